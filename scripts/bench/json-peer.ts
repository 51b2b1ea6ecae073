import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { timed } from './figures';

/** What a desk built on one JSON file does: reads it whole, writes it whole. */
export async function serveJson(jsonFile: string): Promise<void> {
  const read = () => JSON.parse(readFileSync(jsonFile, 'utf8')) as Record<string, unknown[]>;
  let low: Low<Record<string, unknown[]>> | undefined;
  const answers: Record<string, () => Promise<string>> = {
    version: () => Promise.resolve(process.versions.node),
    read: async () => String(await timed(read)),
    write: async () => {
      low ??= new Low(new JSONFile<Record<string, unknown[]>>(`${jsonFile}.lowdb`), read());
      const desk = low;
      return String(await timed(() => desk.write()));
    },
  };
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${(await answers[line]?.()) ?? ''}\n`);
}
