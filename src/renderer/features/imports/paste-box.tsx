import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

export type PasteBoxProps = {
  readonly onPasted: (chosen: { readonly token: string; readonly fileName: string }) => void;
  readonly onClose: () => void;
};

/** Cells copied out of Excel or WPS; from here on they go the way of a file. */
export function PasteBox({ onPasted, onClose }: PasteBoxProps) {
  const [text, setText] = useState('');
  const { isBusy, failure, run } = useAct();
  const read = async () => {
    const pasted = await run(() => askVault('imports.paste', { text }));
    if (pasted !== undefined) onPasted(pasted);
  };
  const rows = text.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <section className="section paste-box" aria-label="粘贴表格">
      <label htmlFor="pasted">在 Excel 或 WPS 里连同表头一起选中，复制后粘贴到这里</label>
      <textarea
        id="pasted"
        rows={10}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={rows === 0 || isBusy}
          onClick={() => void read()}
        >
          {isBusy ? '正在读…' : `读这 ${rows} 行`}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onClose}>
          不粘贴了
        </button>
      </div>
    </section>
  );
}
