import { useState, type ReactNode } from 'react';
import type { VaultOutput } from '../../../contract/channels';
import { stationKindWords } from '../../../core/labels/labels';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';
import { CheckMark } from './check-mark';
import { SessionTable } from './session-table';
import { StationForm } from './station-form';
import './new-groups.css';

type View = VaultOutput<'stations.get'>;

/** Today's check in one act; any other day is typed in the form. */
function CheckedToday({ view, today }: { readonly view: View; readonly today: string }) {
  const { isBusy, failure, run } = useAct();
  const { record } = view;
  if (record.lastCheckedOn === today) return <StatusMark kind="done">今天已检查</StatusMark>;
  return (
    <>
      <FailureBanner failure={failure} />
      <button
        type="button"
        className="button is-primary"
        disabled={isBusy}
        onClick={() =>
          void run(() =>
            askVault('stations.save', {
              id: record.id,
              patch: { lastCheckedOn: today as NonNullable<typeof record.lastCheckedOn> },
              clears: [],
            }),
          )
        }
      >
        登记今天检查
      </button>
    </>
  );
}

function Surroundings({ view }: { readonly view: View }) {
  const { go } = useNavigation();
  return (
    <Section
      title="同社区的站点"
      remark={view.sites.length === 0 ? '没有登记' : `${view.sites.length} 个`}
    >
      <p className="people-sum">
        {view.sites.map(({ id, name }) => (
          <span key={id}>
            <button type="button" className="link" onClick={() => go({ page: 'organization', id })}>
              {name}
            </button>
            {'　'}
          </span>
        ))}
        登记常来这里的 {view.people} 人
      </p>
    </Section>
  );
}

export function StationPage({ id, history }: { readonly id: string; readonly history: ReactNode }) {
  const { back } = useNavigation();
  const { data, failure } = useVaultQuery('stations.get', { id });
  const today = useVaultQuery('session.status', {}).data?.today;
  const [isSaved, setSaved] = useState(false);
  if (data === undefined || today === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  const { record } = data;
  return (
    <div className="page-scroll">
      <PageHead
        title={record.name}
        sentence={[stationKindWords[record.kind], data.areaName, record.openingHours]
          .filter(Boolean)
          .join(' • ')}
      >
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <CheckedToday view={data} today={today} />
      </PageHead>
      <p>
        最近检查 <CheckMark check={data.check} on={record.lastCheckedOn ?? ''} />
        <span className="muted small">　每 {data.checkDays} 天至少检查一次（设置可改）</span>
      </p>
      <Section title="活动场次和人次" remark="人次按场登记，同一人可多次参加">
        <SessionTable station={record} today={today} />
      </Section>
      <Surroundings view={data} />
      <Section title="登记内容" remark={isSaved ? '已保存' : undefined}>
        <StationForm key={JSON.stringify(record)} station={record} onSaved={() => setSaved(true)} />
      </Section>
      <Section title="变更记录">{history}</Section>
    </div>
  );
}

export function NewStationPage() {
  const { go, back } = useNavigation();
  return (
    <div className="page-scroll">
      <PageHead title="登记驿站" sentence="先填名称和所在社区，其余以后可补">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <StationForm onSaved={(id) => go({ page: 'station', id })} />
    </div>
  );
}
