import { useProgress } from '../lib/use-progress';
import { Loading } from './notices';

/** Long work in words and a bar; words alone until the first report. */
export function ProgressWords({ words }: { readonly words: string }) {
  const progress = useProgress();
  if (progress === null) return <Loading words={words} />;
  return (
    <div className="progress" role="status">
      <progress value={progress.share} max={1} aria-label={words} />
      <span>{progress.words}</span>
    </div>
  );
}
