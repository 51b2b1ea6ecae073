import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import './home.css';

/** Which reminders are put off, until when and why? */
export function SnoozesPage() {
  const { go } = useNavigation();
  const { data, failure } = useVaultQuery('snoozes.list', {});
  const act = useAct();
  return (
    <div className="page-scroll">
      <PageHead title="已暂缓的提醒" sentence="到了日期会自己回到待办；期限没有变">
        <button type="button" className="button" onClick={() => go({ page: 'home' })}>
          回到工作台
        </button>
      </PageHead>
      <FailureBanner failure={failure ?? act.failure} />
      {data === undefined && failure === undefined && <Loading />}
      {data?.length === 0 && <EmptyState>没有暂缓的提醒。</EmptyState>}
      {data !== undefined && data.length > 0 && (
        <table className="plain-table" aria-label="已暂缓的提醒">
          <thead>
            <tr>
              <th>对象</th>
              <th>事项</th>
              <th>期限</th>
              <th>再提醒</th>
              <th>原因</th>
              <th>经办</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {data.map(({ id, item, until, reason, madeOn, madeBy }) => (
              <tr key={id}>
                <td>{item.subjectName}</td>
                <td>{item.title}</td>
                <td>{item.dueOn}</td>
                <td>{until}</td>
                <td>{reason}</td>
                <td className="muted">
                  {madeBy} {madeOn}
                </td>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={`恢复提醒：${item.subjectName}，${item.title}`}
                    disabled={act.isBusy}
                    onClick={() => void act.run(() => askVault('snoozes.end', { id }))}
                  >
                    恢复提醒
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
