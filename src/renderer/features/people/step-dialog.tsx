import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import type { CalendarDate } from '../../../core/calendar/calendar-date';
import type { Dossier } from '../../../core/records/dossier';
import { ModalDialog } from '../../components/modal-dialog';
import { FailureBanner, Loading } from '../../components/notices';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { fieldsOfStep } from './fact-fields';
import { FactInput } from './fact-input';
import { isBadFact } from './fact-values';
import { GateList } from './gate-list';
import { meetingSteps, stepValues, typedStep } from './step-draft';

type Props = {
  readonly view: PersonView;
  readonly step: { readonly step: number; readonly title: string };
  readonly onClose: () => void;
  readonly onFacts: () => void;
};

/** Can this step be taken, and what is asked before it? */
export function StepDialog({ view, step, onClose, onFacts }: Props) {
  const status = useVaultQuery('session.status', {});
  return (
    <ModalDialog
      name={`办理第 ${step.step} 步：${step.title}`}
      hint={
        <>
          现在办理的，先核对再保存。过去已经办过的事实，请到{' '}
          <button type="button" className="link" onClick={onFacts}>
            事实登记
          </button>{' '}
          补登，不受阻断。
        </>
      }
      isWide
      onClose={onClose}
    >
      {status.data === undefined ? (
        <Loading />
      ) : (
        <StepForm view={view} step={step.step} today={status.data.today} onClose={onClose} />
      )}
    </ModalDialog>
  );
}

type FormProps = {
  readonly view: PersonView;
  readonly step: number;
  readonly today: CalendarDate;
  readonly onClose: () => void;
};

/** The step as typed, what is said to it, and the one way to take it. */
function useStepDraft({ view, step, today, onClose }: FormProps) {
  const dossier: Dossier = view.record.dossier ?? {};
  const [values, setValues] = useState(() => stepValues(dossier, step, today));
  const [typedReason, setReason] = useState<string>();
  const { isBusy, failure, run } = useAct();
  const isBad = fieldsOfStep(step).some((field) => isBadFact(field, values[field.id] ?? ''));
  const typed = typedStep(dossier, { step, values, today });
  const input = { id: view.id, step, ...typed };
  const asked = isBad ? { ...input, patch: {}, clears: [] } : input;
  const { data } = useVaultQuery('dossier.gate', asked);
  const blocks = data?.items.filter(({ state }) => state === 'blocks').length ?? 0;
  const reason = typedReason ?? data?.earlierReason ?? '';
  const isTyped = Object.keys(typed.patch).length + typed.clears.length > 0;
  const isReady = !isBad && isTyped && data !== undefined;
  const canSave = !isBusy && isReady && (blocks === 0 || reason.trim() !== '');
  async function save(): Promise<void> {
    if (!canSave) return;
    const given = blocks === 0 ? {} : { reason: reason.trim() };
    const saved = await run(() => askVault('dossier.takeStep', { ...input, ...given }));
    if (saved !== undefined) onClose();
  }
  return {
    values,
    setValue: (id: string, value: string) => setValues({ ...values, [id]: value }),
    gate: data?.items,
    blocks,
    reason,
    setReason,
    isBusy,
    failure,
    canSave,
    save: () => void save(),
  };
}

function StepForm(props: FormProps) {
  const { view, step, onClose } = props;
  const draft = useStepDraft(props);
  const { gate, blocks, isBusy } = draft;
  const act = blocks > 0 ? `写明原因，办理第 ${step} 步` : `保存第 ${step} 步`;
  return (
    <form
      aria-label="办理"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => onFormKey(event, draft.save)}
    >
      <div className="modal-columns">
        <section aria-label="本步事实">
          <div className="form-grid step-fields">
            {fieldsOfStep(step).map((field) => (
              <FactInput
                key={field.id}
                field={field}
                id={`step-${field.id}`}
                value={draft.values[field.id] ?? ''}
                onChange={(value) => draft.setValue(field.id, value)}
              />
            ))}
          </div>
          {meetingSteps.has(step) && <ToMeeting view={view} />}
        </section>
        <section aria-label="能不能办">
          <h3>{verdictOf(gate, blocks)}</h3>
          {gate === undefined ? <Loading words="正在核对" /> : <GateList items={gate} />}
          {blocks > 0 && (
            <div className="field">
              <label htmlFor="step-reason">核对无误仍要办理的原因（记录在案，列入清单）</label>
              <textarea
                id="step-reason"
                maxLength={400}
                value={draft.reason}
                onChange={(event) => draft.setReason(event.target.value)}
              />
            </div>
          )}
        </section>
      </div>
      <FailureBanner failure={draft.failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={!draft.canSave}
          onClick={draft.save}
        >
          {isBusy ? '正在保存…' : act}
        </button>
        <button type="button" className="button" onClick={onClose}>
          先不办
        </button>
      </div>
    </form>
  );
}

function verdictOf(gate: PersonView['gate'] | undefined, blocks: number): string {
  if (gate === undefined) return '现在能办吗';
  return blocks === 0 ? '现在能办' : `现在不能直接办，有 ${blocks} 项阻断`;
}

/** Who came and how they voted is counted in the meeting; one save there writes the same facts. */
function ToMeeting({ view }: { readonly view: PersonView }) {
  const { go } = useNavigation();
  const { branchId } = view.record;
  return (
    <p className="small muted step-meeting">
      这一步由会议决定。名册、到会和表决请在会议中登记，保存后这里同时有了：{' '}
      <button
        type="button"
        className="link"
        onClick={() => go({ page: 'newMeeting', ...(branchId === undefined ? {} : { branchId }) })}
      >
        准备会议
      </button>
    </p>
  );
}
