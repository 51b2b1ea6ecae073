import type { ReactNode } from 'react';
import { FailureBanner, Loading } from '../../components/notices';
import { PageHead, Section } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { RequestForm } from './request-form';
import './new-groups.css';

const shownTitle = 30;

export function RequestPage({ id, history }: { readonly id: string; readonly history: ReactNode }) {
  const { go, back } = useNavigation();
  const { data, failure } = useVaultQuery('requests.get', { id });
  if (data === undefined)
    return (
      <div className="page-scroll">
        {failure === undefined ? <Loading /> : <FailureBanner failure={failure} />}
      </div>
    );
  const { record, organizationName } = data;
  const { content, closedOn, organizationId } = record;
  return (
    <div className="page-scroll">
      <PageHead
        title={content.length > shownTitle ? `${content.slice(0, shownTitle)}…` : content}
        sentence={closedOn === undefined ? '还没有办结' : `${closedOn} 办结`}
      >
        {organizationId !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => go({ page: 'organization', id: organizationId })}
          >
            {organizationName}
          </button>
        )}
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <RequestForm
        key={JSON.stringify(record)}
        request={record}
        organizationName={organizationName}
        onSaved={() => undefined}
      />
      <Section title="变更记录">{history}</Section>
    </div>
  );
}

export function NewRequestPage() {
  const { go, back } = useNavigation();
  const today = useVaultQuery('session.status', {}).data?.today;
  if (today === undefined)
    return (
      <div className="page-scroll">
        <Loading />
      </div>
    );
  return (
    <div className="page-scroll">
      <PageHead title="登记诉求" sentence="谁提出的、要什么、哪个部门办、什么时候办完">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
      </PageHead>
      <RequestForm
        request={{ raisedOn: today }}
        organizationName=""
        onSaved={(id) => go({ page: 'request', id })}
      />
    </div>
  );
}
