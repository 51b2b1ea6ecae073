import { isMet, median, p95, type Figure, type Goal } from './figures';

const ms = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
const times = (value: number) => `${value >= 100 ? value.toFixed(0) : value.toFixed(2)}×`;

function goalWords(goal: Goal): string {
  return `${goal.words}：${isMet(goal) ? '达到' : '未达到'}（${goal.value.toFixed(goal.value >= 100 ? 0 : 2)}）`;
}

/** One Markdown row per figure, so that docs/performance.md can take the output as it is. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const middle = median(figure.product);
    const { floor } = figure;
    const cells = [
      figure.id,
      figure.work,
      ms(middle),
      ms(p95(figure.product)),
      floor === undefined ? '—' : `${floor.name} ${ms(median(floor.runs))}`,
      floor === undefined ? '—' : times(middle / median(floor.runs)),
      figure.peers.map((peer) => `${peer.name} ${ms(median(peer.runs))}`).join('；') || '—',
      figure.peers.map((peer) => times(median(peer.runs) / middle)).join('；') || '—',
      figure.goals.map(goalWords).join('；'),
      figure.notes.join('；') || '—',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = '| # | 工作 | 中位 | p95 | 底线 | 比底线 | 对照 | 比对照快 | 目标 | 说明 |';
  return [head, `|${' --- |'.repeat(10)}`, ...lines].join('\n');
}
