import type { OrganizationView } from '../../../contract/coverage';
import { columnOfKind } from '../../../core/coverage/thresholds-data';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { UnitPicker } from '../../components/unit-picker';
import { askVault } from '../../lib/desk';
import { useNavigation } from '../../lib/navigation';
import { useAct } from '../../lib/use-act';
import { useVaultQuery } from '../../lib/use-vault-query';

function OfficeName({ id }: { readonly id: string }) {
  const { go } = useNavigation();
  const { data } = useVaultQuery('organizations.get', { id });
  return (
    <button type="button" className="link" onClick={() => go({ page: 'organization', id })}>
      {data?.record.name ?? '（已移入历史库）'}
    </button>
  );
}

/** 抓总部带全网: the platform or head office a unit works for; a site's is chosen here by name. */
export function HeadOffice({ view }: { readonly view: OrganizationView }) {
  const { record } = view;
  const { isBusy, failure, run } = useAct();
  const isSite = columnOfKind[record.kind] === 'site';
  if (!isSite && record.headquartersId === undefined) return null;
  const save = (headquartersId: string | undefined) =>
    void run(() =>
      askVault('organizations.save', {
        id: record.id,
        patch: headquartersId === undefined ? {} : { headquartersId },
        clears: headquartersId === undefined ? ['headquartersId'] : [],
      }),
    );
  return (
    <Section title={isSite ? '平台（总部）' : '总部（加盟、合作）'}>
      {record.headquartersId === undefined ? (
        <UnitPicker label="为哪家平台或总部配送（服务）" onPick={save} />
      ) : (
        <p className="muted">
          <OfficeName id={record.headquartersId} />{' '}
          {isSite && (
            <button
              type="button"
              className="link small"
              disabled={isBusy}
              onClick={() => save(undefined)}
            >
              换一家
            </button>
          )}
        </p>
      )}
      <FailureBanner failure={failure} />
    </Section>
  );
}
