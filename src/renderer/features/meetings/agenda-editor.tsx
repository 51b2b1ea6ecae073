import { useState } from 'react';
import type { Candidate, Preparation } from '../../../contract/meetings';
import type { RollEntry } from '../../../core/records/work';
import { FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { Section } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AgendaItemForm } from './agenda-item';
import { CandidateList } from './candidate-list';
import { draftOf, newItem, rollOf, type AgendaItem, type Head } from './meeting-draft';
import { RollEditor } from './roll-editor';

export function AgendaEditor({ head }: { readonly head: Head }) {
  const { data, failure } = useVaultQuery('meetings.prepare', {
    partyOrganizationId: head.branchId,
    on: head.on,
  });
  if (failure !== undefined) return <FailureBanner failure={failure} />;
  return data === undefined ? (
    <Loading words="正在查看谁可以上会" />
  ) : (
    <Agenda head={head} preparation={data} />
  );
}

function Agenda({ head, preparation }: { head: Head; preparation: Preparation }) {
  const [roll, setRoll] = useState<RollEntry[]>(() => rollOf(preparation));
  const [items, setItems] = useState<readonly AgendaItem[]>([]);
  const [isSecret, setSecret] = useState(false);
  const [reason, setReason] = useState('');
  const { go } = useNavigation();
  const { isBusy, failure, run } = useAct();
  const candidates = preparation.candidates.filter(({ body }) => body === head.kind);
  const isBlocked = items.some(({ candidate }) => candidate.gate[0]?.state === 'blocks');

  // What blocks is known beforehand; what the vault objects to is known when it has answered.
  const needsReason = isBlocked || failure?.code === 'C-108';

  const toggle = (candidate: Candidate) =>
    setItems((last) =>
      last.some((item) => item.candidate.personId === candidate.personId)
        ? last.filter((item) => item.candidate.personId !== candidate.personId)
        : [...last, newItem(candidate)],
    );
  const replace = (next: AgendaItem) =>
    setItems((last) =>
      last.map((item) => (item.candidate.personId === next.candidate.personId ? next : item)),
    );

  async function save(): Promise<void> {
    const made = await run(() =>
      askVault('meetings.save', {
        meeting: draftOf(head, { roll, isSecret }, items),
        ...(reason.trim() === '' ? {} : { overrideReason: reason.trim() }),
      }),
    );
    if (made !== undefined) go({ page: 'meeting', id: made.id });
  }

  return (
    <>
      {preparation.advice.map((words) => (
        <InfoBanner key={words}>{words}</InfoBanner>
      ))}
      <div className="meeting-columns">
        <Section title="可以上会的人" remark={`${candidates.length} 人`}>
          <CandidateList
            candidates={candidates}
            chosen={new Set(items.map(({ candidate }) => candidate.personId))}
            onToggle={toggle}
          />
        </Section>
        <Section title="议程和表决" remark={`${items.length} 项`}>
          {head.kind === 'memberMeeting' && <RollEditor roll={roll} onChange={setRoll} />}
          {items.some(({ candidate }) => candidate.isVoted) && (
            <label className="meeting-secret">
              <input
                type="checkbox"
                checked={isSecret}
                onChange={(event) => setSecret(event.target.checked)}
              />
              采取无记名投票
            </label>
          )}
          {items.length === 0 && <p className="muted">在左边勾选上会的人。</p>}
          {items.map((item) => (
            <AgendaItemForm
              key={item.candidate.personId}
              item={item}
              poll={{ roll, isSecret }}
              onChange={replace}
            />
          ))}
          {needsReason && (
            <div className="field">
              <label htmlFor="override">核对无误仍要保存的原因（将记录在案）</label>
              <input
                id="override"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          <FailureBanner failure={failure} />
          <div className="form-acts">
            <button
              type="button"
              className="button is-primary"
              disabled={items.length === 0 || isBusy || (isBlocked && reason.trim() === '')}
              onClick={() => void save()}
            >
              {isBusy ? '正在保存…' : `保存会议，登记 ${items.length} 人`}
            </button>
          </div>
        </Section>
      </div>
    </>
  );
}
