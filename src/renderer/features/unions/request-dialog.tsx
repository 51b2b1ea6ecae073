import { useEffect, useRef } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { useVaultQuery } from '../../lib/use-vault-query';
import type { PlanInput } from './adopt-dialog';

type Props = { readonly plan: PlanInput; readonly onClose: () => void };

/** 组建请示 as a text to be completed and copied out. */
export function RequestDialog({ plan, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const { data, failure } = useVaultQuery('unions.letter', plan);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const paragraphs = data?.paragraphs.map((paragraph) => `　　${paragraph}`) ?? [];
  const letter =
    data === undefined
      ? ''
      : [data.title, '', data.addressee, ...paragraphs, '', data.signature, data.dateLine].join(
          '\n',
        );
  return (
    <dialog className="dialog request-dialog" ref={dialog} aria-label="组建请示" onClose={onClose}>
      <h2>组建请示（草稿）</h2>
      <p className="small muted">画线处由本单位填写。选中后按 Ctrl+C 复制到公文里。</p>
      <FailureBanner failure={failure} />
      {data === undefined ? (
        <Loading words="正在起草" />
      ) : (
        <textarea ref={text} aria-label="组建请示正文" rows={16} defaultValue={letter} />
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
