import { useEffect, useRef } from 'react';
import type { Failure } from '../../contract/common';
import { FailureBanner, Loading } from './notices';
import './draft-text-dialog.css';

/** A letter as the vault drafts it. */
export type LetterText = {
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly dateLine: string;
};

type Props = {
  readonly name: string;
  readonly hint: string;
  readonly letter: LetterText | undefined;
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
};

/** A draft to be completed by the office and copied out. */
export function DraftTextDialog({ name, hint, letter, failure, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog className="dialog draft-text" ref={dialog} aria-label={name} onClose={onClose}>
      <h2>{name}（草稿）</h2>
      <p className="small muted">{hint}</p>
      <FailureBanner failure={failure} />
      {letter === undefined ? (
        <Loading words="正在起草" />
      ) : (
        <textarea ref={text} aria-label={`${name}正文`} rows={16} defaultValue={wordsOf(letter)} />
      )}
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={letter === undefined}
          onClick={() => {
            text.current?.focus();
            text.current?.select();
          }}
        >
          选中全文
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          关闭
        </button>
      </div>
    </dialog>
  );
}

const wordsOf = ({ title, addressee, paragraphs, signature, dateLine }: LetterText): string =>
  [
    ...[title, '', addressee],
    ...paragraphs.map((paragraph) => `　　${paragraph}`),
    ...['', signature, dateLine],
  ].join('\n');
