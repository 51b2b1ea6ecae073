import { useState } from 'react';
import type { Attestation } from '../../../contract/attestation';
import { AttestDialog } from '../../components/attest-dialog';
import { FailureBanner } from '../../components/notices';
import { askShell, askVault } from '../../lib/desk';
import { useAct } from '../../lib/use-act';

export type SaveRejectsProps = { readonly token: string; readonly fileName: string };

/** The refused rows with their reasons as a workbook, to be sent back to whoever filled the sheet. */
export function SaveRejects({ token, fileName }: SaveRejectsProps) {
  const [done, setDone] = useState('');
  const [place, setPlace] = useState<{ readonly token: string; readonly name: string }>();
  const { isBusy, failure, run } = useAct();
  const choose = async () => {
    setDone('');
    const suggestedName = `${fileName.replace(/\.[^.]*$/, '')} 退回`.slice(0, 120);
    const chosen = await run(() =>
      askShell('shell.choosePlace', { purpose: 'rejectsFile', suggestedName }),
    );
    if (chosen?.status === 'chosen') setPlace(chosen);
  };
  const save = async (to: NonNullable<typeof place>, attestation: Attestation) => {
    const saved = await run(() =>
      askVault('imports.saveRejects', { token, place: to.token, attestation }),
    );
    if (saved === undefined) return;
    setPlace(undefined);
    setDone(`已另存 ${saved.rows} 条原因到 ${to.name}，已留记录`);
  };
  return (
    <>
      <button type="button" className="button" disabled={isBusy} onClick={() => void choose()}>
        另存退回的行（xlsx）
      </button>
      {done !== '' && (
        <span className="muted" role="status">
          {done}
        </span>
      )}
      {place === undefined ? (
        <FailureBanner failure={failure} />
      ) : (
        <AttestDialog
          title="另存退回的行"
          hint="文件里是表中原来的值，可能有没有隐去的身份证号、电话。用完请删除，不要放在网盘里。"
          reasons={['退给填报单位改正', '对照原表修改', '上级要求报送']}
          doWords="另存"
          act={{ isBusy, failure }}
          onAttest={(attestation) => save(place, attestation)}
          onClose={() => setPlace(undefined)}
        />
      )}
    </>
  );
}
