import { useEffect, useRef } from 'react';
import type { AuditRow } from '../../../contract/audit';
import { FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = { readonly row: AuditRow; readonly onClose: () => void };

/** 情况说明 as a text to be completed by the branch and copied out. */
export function LetterDialog({ row: { personId, rule, facts }, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const { data, failure } = useVaultQuery('audit.letter', { personId, rule, facts });
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const letter =
    data === undefined
      ? ''
      : [
          data.title,
          '',
          data.addressee,
          ...data.paragraphs.map((paragraph) => `　　${paragraph}`),
          '',
          data.signature,
          data.dateLine,
        ].join('\n');
  return (
    <dialog className="dialog letter-dialog" ref={dialog} aria-label="情况说明" onClose={onClose}>
      <h2>情况说明（草稿）</h2>
      <p className="small muted">
        空白处由党支部填写；只说明原因，不改日期。选中后按 Ctrl+C 复制到公文里。
      </p>
      <FailureBanner failure={failure} />
      {data === undefined ? (
        <Loading words="正在起草" />
      ) : (
        <textarea ref={text} aria-label="情况说明正文" rows={14} defaultValue={letter} />
      )}
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={data === undefined}
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
