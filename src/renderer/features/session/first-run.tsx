import { useState } from 'react';
import type { Notice } from '../../../contract/session';
import { ChooseStart } from './choose-start';
import { FillUnit } from './fill-unit';
import { SessionFrame } from './session-frame';
import { SetPassphrase } from './set-passphrase';

const steps = [
  { title: '设置口令', remark: '并打印恢复单' },
  { title: '填写单位', remark: '名称与打印落款' },
  { title: '选择从哪里开始', remark: '演练库、导入工作簿或空白账本' },
];

/** Three steps, about five minutes. The ledger exists only after the recovery code is safe. */
export function FirstRun({ onOpen }: { onOpen: (notices: readonly Notice[]) => void }) {
  const [step, setStep] = useState(0);
  return (
    <SessionFrame steps={steps} current={step}>
      {step === 0 && <SetPassphrase onCreated={() => setStep(1)} />}
      {step === 1 && <FillUnit onDone={() => setStep(2)} />}
      {step === 2 && <ChooseStart onDone={() => onOpen([])} />}
    </SessionFrame>
  );
}
