import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import type { Dossier } from '../../../core/records/dossier';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import {
  companionOf,
  draftOf,
  isBadCompanion,
  type CompanionDraft,
  type Day,
  type Flag,
} from './companion-draft';
import { CompanionTable } from './companion-table';

const mentorDays: readonly Day[] = ['from', 'until', 'fullMemberSince', 'unfitFrom'];
const mentorFlags: readonly Flag[] = ['isFullMember', 'isRelative'];
const introducerDays: readonly Day[] = ['from', 'fullMemberSince'];
const introducerFlags: readonly Flag[] = [
  'isFullMember',
  'isUnderDiscipline',
  'isRelative',
  'isOfSameCommittee',
  'hasSpoken',
];

/** Who accompanied this person and who vouches, from when to when, and could they on that day? */
export function CompanionsTab({ view }: { readonly view: PersonView }) {
  const dossier: Dossier = view.record.dossier ?? {};
  const { go } = useNavigation();
  const [mentors, setMentors] = useState<readonly CompanionDraft[]>(() =>
    (dossier.mentors ?? []).map((each) => draftOf(each, mentorDays, mentorFlags)),
  );
  const [introducers, setIntroducers] = useState<readonly CompanionDraft[]>(() =>
    (dossier.introducers ?? []).map((each) => draftOf(each, introducerDays, introducerFlags)),
  );
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const isBroken = [...mentors, ...introducers].some(isBadCompanion);

  async function save(): Promise<void> {
    if (isBroken || isBusy) return;
    const lists = {
      mentors: mentors.flatMap(companionOf),
      introducers: introducers.flatMap(companionOf),
    };
    const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
    const clears = Object.entries(lists)
      .filter(([key, list]) => list.length === 0 && dossier[key as keyof Dossier] !== undefined)
      .map(([key]) => key);
    const patch = Object.fromEntries(kept) as Partial<Dossier>;
    const saved = await run(() => askVault('people.saveFacts', { id: view.id, patch, clears }));
    setSaved(saved !== undefined);
  }
  const change =
    (set: (next: readonly CompanionDraft[]) => void) => (next: readonly CompanionDraft[]) => {
      setSaved(false);
      set(next);
    };

  return (
    <form
      aria-label="联系人和介绍人"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <Section
        title="培养联系人"
        remark="一至两名正式党员，更换的保留在这里（第九条）"
        more={
          <button
            type="button"
            className="link"
            onClick={() => go({ page: 'reports', report: 'mentorLoad' })}
          >
            联系人负担表
          </button>
        }
      >
        <CompanionTable
          personId={view.id}
          words="培养联系人"
          days={mentorDays}
          flags={mentorFlags}
          rows={mentors}
          onChange={change(setMentors)}
        />
      </Section>
      <Section title="入党介绍人" remark="两名正式党员，一般由培养联系人担任（第十四条）">
        <CompanionTable
          personId={view.id}
          words="入党介绍人"
          days={introducerDays}
          flags={introducerFlags}
          rows={introducers}
          onChange={change(setIntroducers)}
        />
      </Section>
      <FailureBanner failure={failure} />
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={isBusy || isBroken}
          onClick={() => void save()}
        >
          {isBusy ? '正在保存…' : '保存联系人和介绍人'}
        </button>
        {isBroken && <StatusMark kind="over">有日期看不懂，改正后保存</StatusMark>}
        {isSaved && <StatusMark kind="done">已保存</StatusMark>}
      </div>
    </form>
  );
}
