import { useState } from 'react';
import { isCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date';
import type { AreaRow } from '../../../contract/register';
import { FactDateInput } from '../../components/fact-date-input';
import { FormDialog } from '../../components/form-dialog';
import { askVault } from '../../lib/desk';
import { readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { AreaField } from './place-fields';

type ReasonProps = { readonly reason: string; readonly onReason: (reason: string) => void };

function ReasonField({ reason, onReason }: ReasonProps) {
  return (
    <label className="field">
      <span>原因（必填）</span>
      <input
        value={reason}
        maxLength={400}
        autoFocus
        onChange={({ target }) => onReason(target.value)}
      />
    </label>
  );
}

type Props = { readonly id: string; readonly name: string; readonly onClose: () => void };

/** To 历史库 with a reason, and only when nothing lies in it any more. */
export function RetireCarrierDialog({ id, name, onClose }: Props) {
  const [reason, setReason] = useState('');
  const act = useAct();
  const save = async () => {
    const saved = await act.run(() => askVault('carriers.retire', { id, reason }));
    if (saved !== undefined) onClose();
  };
  return (
    <FormDialog
      label="停用"
      title={`停用${name}`}
      hint="移入历史库，不删除；里面还有单位的，要先移走。"
      saveWords="停用"
      dropWords="先不停用"
      isReady={reason.trim() !== ''}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <ReasonField reason={reason} onReason={setReason} />
    </FormDialog>
  );
}

type AreaProps = Props & { readonly areas: readonly AreaRow[]; readonly today: CalendarDate };

/** 撤并: from its day on what lies in the area counts under another one; the days before keep it. */
export function RetireAreaDialog({ id, name, areas, today, onClose }: AreaProps) {
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string>(today);
  const [into, setInto] = useState('');
  const act = useAct();
  const typed = readTypedDate(day);
  const on = isCalendarDate(typed) ? typed : undefined;
  const save = async () => {
    if (on === undefined) return;
    const target = into === '' ? {} : { intoId: into };
    const saved = await act.run(() => askVault('areas.retire', { id, on, reason, ...target }));
    if (saved !== undefined) onClose();
  };
  return (
    <FormDialog
      label="停用"
      title={`停用${name}`}
      hint="从这一天起，里面的单位、下级和党组织计入并入的区域；以前各天的数不变。登记不删除，可以撤销。"
      saveWords="停用"
      dropWords="先不停用"
      isReady={reason.trim() !== '' && on !== undefined}
      act={act}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <ReasonField reason={reason} onReason={setReason} />
        <FactDateInput id="retire-on" label="从哪一天起（必填）" value={day} onChange={setDay} />
        <AreaField
          label="并入"
          none="不并入（里面已没有单位）"
          areaId={into}
          areas={areas.filter((each) => each.id !== id)}
          onPick={setInto}
        />
      </div>
    </FormDialog>
  );
}
