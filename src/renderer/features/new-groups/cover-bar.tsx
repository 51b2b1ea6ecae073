import { percentWords } from '../../lib/format';

type Props = { readonly covered: number; readonly total: number; readonly label: string };

/** How much of a whole is reached; the words beside it say the same. */
export function CoverBar({ covered, total, label }: Props) {
  const percent = total === 0 ? null : (covered * 100) / total;
  return (
    <span className="cover-bar">
      <meter
        min={0}
        max={Math.max(1, total)}
        value={covered}
        aria-label={`${label}：${covered} / ${total}`}
      />
      {percentWords(percent)}
    </span>
  );
}
