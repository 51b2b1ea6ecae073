import { useState } from 'react';
import { FailureBanner } from '../../components/notices';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

export type SaveRejectsProps = { readonly token: string; readonly fileName: string };

/** The refused rows with their reasons as a workbook, to be sent back to whoever filled the sheet. */
export function SaveRejects({ token, fileName }: SaveRejectsProps) {
  const [done, setDone] = useState('');
  const { isBusy, failure, run } = useAct();
  const save = async () => {
    setDone('');
    const suggestedName = `${fileName.replace(/\.[^.]*$/, '')} 退回`.slice(0, 120);
    const place = await run(() =>
      askShell('shell.choosePlace', { purpose: 'rejectsFile', suggestedName }),
    );
    if (place?.status !== 'chosen') return;
    const saved = await run(() => askVault('imports.saveRejects', { token, place: place.token }));
    if (saved !== undefined) setDone(`已另存 ${saved.rows} 条原因到 ${place.name}，已留记录`);
  };
  return (
    <>
      <button type="button" className="button" disabled={isBusy} onClick={() => void save()}>
        另存退回的行（xlsx）
      </button>
      {done !== '' && (
        <span className="muted" role="status">
          {done}
        </span>
      )}
      <FailureBanner failure={failure} />
    </>
  );
}
