import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { isMet, median, p95, type Figure } from './figures';
import { sizes, today, type Size } from './made-ledger';
import { tableOf } from './table';

function machine(cipherVersion: string) {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    electron: process.versions['electron'] ?? '',
    node: process.versions.node,
    v8: process.versions.v8,
    sqlcipher: cipherVersion,
  };
}

/** Prints the table, leaves the JSON; 1 where a goal is missed. */
export function report(run: {
  readonly size: Size;
  readonly figures: readonly Figure[];
  readonly cipherVersion: string;
  readonly resultsFolder: string;
}): number {
  const { size, figures, resultsFolder } = run;
  const about = machine(run.cipherVersion);
  const { organizations, people } = sizes[size];
  console.log(`规模 ${size}：单位 ${organizations}，人员 ${people}，基准日 ${today}`);
  console.log(
    Object.entries(about)
      .map(([name, value]) => `${name} ${value}`)
      .join('，'),
  );
  console.log(tableOf(figures));
  mkdirSync(resultsFolder, { recursive: true });
  const summary = figures.map((figure) => ({
    ...figure,
    median: median(figure.product),
    p95: p95(figure.product),
    goals: figure.goals.map((goal) => ({ ...goal, isMet: isMet(goal) })),
  }));
  writeFileSync(
    join(resultsFolder, `bench-${size}.json`),
    JSON.stringify({ size, today, machine: about, figures: summary }, undefined, 2),
  );
  const missed = figures.flatMap(({ id, goals }) =>
    goals.filter((goal) => !isMet(goal)).map(({ words }) => `${id} ${words}`),
  );
  console.log(missed.length === 0 ? '目标全部达到。' : `未达到的目标：${missed.join('；')}`);
  return missed.length === 0 ? 0 : 1;
}
