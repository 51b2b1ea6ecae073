import { InfoBanner } from './notices';

type Props = {
  readonly retired:
    | { readonly on: string; readonly reason: string; readonly intoId?: string | undefined }
    | undefined;
  /** 合并后的单位、合并后的人员. */
  readonly keptWords: string;
  readonly onOpen: (id: string) => void;
};

/** A record in 历史库 says so, and where it went. */
export function RetiredBanner({ retired, keptWords, onOpen }: Props) {
  if (retired === undefined) return null;
  const { on, reason, intoId } = retired;
  return (
    <InfoBanner>
      {on} 移入历史库：{reason}。{' '}
      {intoId !== undefined && (
        <button type="button" className="link" onClick={() => onOpen(intoId)}>
          打开{keptWords}
        </button>
      )}
    </InfoBanner>
  );
}
