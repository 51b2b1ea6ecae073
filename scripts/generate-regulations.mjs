/** Writes docs/regulations.md from the rule data: what the product holds the law to be, for a jurist to read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { projectRoot } from './runtime/launch.mjs';

const server = await createServer({
  root: projectRoot,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
  appType: 'custom',
});
const { allDevelopmentRules } = await server.ssrLoadModule(
  '/src/core/regulations/development-rules.ts',
);
const { coverageRules } = await server.ssrLoadModule('/src/core/regulations/coverage-rules.ts');
await server.close();

const units = { months: '个月', days: '天', workingDays: '个工作日' };
const numbers = ({ offset, outerOffset, limits }) =>
  [
    ...[offset, outerOffset]
      .filter(Boolean)
      .flatMap((each) => Object.entries(each).map(([unit, count]) => `${count} ${units[unit]}`)),
    ...Object.entries(limits ?? {}).map(([name, count]) => `${name} ${count}`),
  ].join('；') || '—';
const cited = ({ citations }, edition) => {
  const found = citations.find((each) => each.edition === edition);
  return found ? `${found.article}（${found.tag}）` : '—';
};
const elsewhere = ({ citations }) =>
  citations
    .filter(({ edition }) => edition === 'other' || edition === 'local')
    .map(({ article, tag }) => `${article}（${tag}）`)
    .join('、') || '—';
const row = (cells) => `| ${cells.join(' | ')} |`;

const lines = [
  '# Regulations',
  '',
  'Made by `node scripts/generate-regulations.mjs` from `src/core/regulations`; do not edit. Words are our own; tags are those of rules §0.2. Only V26, V14 and VO may block.',
  '',
  '## 发展党员',
  '',
  row(['规则', '名称', '内容', '2014 版', '2026 版', '其他', '数', '级别', '启用']),
  row(Array(9).fill('---')),
  ...allDevelopmentRules.map((rule) =>
    row([
      rule.id,
      rule.title,
      rule.text,
      cited(rule, 'regulation2014'),
      cited(rule, 'regulation2026'),
      elsewhere(rule),
      numbers(rule),
      rule.severity,
      rule.isOn ? '是' : '否（地方）',
    ]),
  ),
  '',
  '## 两个覆盖和任期',
  '',
  row(['规则', '名称', '依据', '标记', '数', '级别']),
  row(Array(6).fill('---')),
  ...Object.values(coverageRules).map((rule) =>
    row([
      rule.id,
      rule.title,
      `${rule.citation.instrument}${rule.citation.article}`,
      rule.tag,
      rule.threshold ?? '—',
      rule.severity,
    ]),
  ),
  '',
];
const target = join(projectRoot, 'docs', 'regulations.md');
const text = lines.join('\n');
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(
    'docs/regulations.md 与规则数据不一致，请运行 node scripts/generate-regulations.mjs',
  );
  process.exit(1);
}
