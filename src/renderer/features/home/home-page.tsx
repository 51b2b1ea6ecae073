import { dueBucketWords } from '../../../core/labels/labels';
import { EmptyState, FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { shortDay } from '../../lib/format';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { DueRows } from './due-rows';
import { HomeSide } from './home-side';
import { OfficeDuties } from './office-duties';
import './home.css';

/** What must I do first? The sentence beside the title answers it. */
export function HomePage() {
  const { data, failure } = useVaultQuery('home.overview', {});
  const { go } = useNavigation();
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  const count = (bucket: string) =>
    data.groups.find((group) => group.bucket === bucket)?.total ?? 0;
  const isEmpty = data.groups.every(({ total }) => total === 0);
  return (
    <div className="page-with-side">
      <div className="page-main">
        <PageHead
          title="工作台"
          sentence={
            isEmpty ? (
              '没有到期的事项'
            ) : (
              <>
                先办超期 <b>{count('overdue')}</b> 件，再办本周到期 <b>{count('thisWeek')}</b> 件
              </>
            )
          }
        >
          {data.snoozed > 0 && (
            <button type="button" className="button" onClick={() => go({ page: 'snoozes' })}>
              已暂缓 {data.snoozed} 件
            </button>
          )}
          <button
            type="button"
            className="button is-primary"
            onClick={() => go({ page: 'reports', report: 'deadlineReminder' })}
          >
            打印到期提醒单
          </button>
        </PageHead>
        {data.ledger.daysWithoutExternal !== null && (
          <InfoBanner>
            已 {data.ledger.daysWithoutExternal} 天没有备份到外部存储。电脑损坏时最多会丢失这{' '}
            {data.ledger.daysWithoutExternal} 天的内容。{' '}
            <button type="button" className="link" onClick={() => go({ page: 'backups' })}>
              现在备份
            </button>
          </InfoBanner>
        )}
        {data.ledger.records === 0 && (
          <EmptyState
            act={
              <button
                type="button"
                className="button is-primary"
                onClick={() => go({ page: 'imports' })}
              >
                导入工作簿
              </button>
            }
          >
            账本里还没有单位和人员。先导入手头的名册或台账，也可以逐个登记。
          </EmptyState>
        )}
        {data.groups
          .filter(({ total }) => total > 0)
          .map((group) => (
            <Section
              key={group.bucket}
              title={dueBucketWords[group.bucket]}
              remark={
                <>
                  {`${group.total} 件，`}
                  {group.from === null || group.until === null
                    ? '超期不可补日期，只可办理并附情况说明'
                    : `${shortDay(group.from)}至${shortDay(group.until)}`}
                </>
              }
              more={
                group.total > group.items.length ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => go({ page: 'deadlines', bucket: group.bucket })}
                  >
                    其余 {group.total - group.items.length} 件
                  </button>
                ) : undefined
              }
            >
              <DueRows items={group.items} />
            </Section>
          ))}
        <OfficeDuties />
      </div>
      <HomeSide overview={data} />
    </div>
  );
}
