import { readyLists, type ReadyList } from '../../../contract/people';
import { useVaultQuery } from '../../lib/use-vault-query';

const words: Readonly<Record<ReadyList, string>> = {
  dueThisWeek: '本周到期',
  talkSoonOverdue: '谈话将超期',
  withoutMentor: '无培养联系人',
  yearWithoutDiscussion: '满一年未研究',
  inNotice: '公示中',
  politicalReviewOpen: '政审未完成',
  awaitingPreReview: '待预审',
  preReviewedWithoutMeeting: '预审后未开会',
  awaitingApproval: '待审批',
  probationEnding: '预备期将满',
  probationOverdue: '期满未转正',
  papersMissing: '缺材料',
  overridden: '阻断后办理',
};

/** Questions a worker asks, each with its number. */
export function ReadyLists({
  selected,
  onSelect,
}: {
  selected: ReadyList | undefined;
  onSelect: (list: ReadyList | undefined) => void;
}) {
  const { data } = useVaultQuery('people.readyLists', {});
  const counts = new Map(data?.map(({ id, count }) => [id, count]));
  return (
    <div className="ready-lists" role="group" aria-label="常用名单">
      {readyLists.map((id) => (
        <button
          type="button"
          key={id}
          aria-pressed={id === selected}
          onClick={() => onSelect(id === selected ? undefined : id)}
        >
          {words[id]} <b>{counts.get(id) ?? ''}</b>
        </button>
      ))}
    </div>
  );
}
