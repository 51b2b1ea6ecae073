import type { PlatformRow } from '../../../contract/new-groups';
import { Section } from '../../components/page-head';
import { EmptyState } from '../../components/notices';
import { StatusMark } from '../../components/status-mark';
import { useNavigation } from '../../lib/navigation';
import { CoverBar } from './cover-bar';

function Seat({ row }: { readonly row: PlatformRow }) {
  const { go } = useNavigation();
  const { id } = row;
  if (id === null) return <span className="muted">{row.name}</span>;
  return (
    <>
      <button type="button" className="link" onClick={() => go({ page: 'organization', id })}>
        {row.name}
      </button>{' '}
      {row.isOutside && <span className="tag">区外登记</span>}
    </>
  );
}

/** 加盟、合作企业 of the same head office: they are legal units, counted with those and not with the sites. */
function Affiliates({ row: { id, name, affiliates } }: { readonly row: PlatformRow }) {
  const { go } = useNavigation();
  if (id === null || affiliates.units === 0) return <span className="muted">—</span>;
  const { units, covered } = affiliates;
  const net = { column: 'legal', headquartersId: id };
  const open = (part: 'denominator' | 'missing') =>
    go({ page: 'organizations', filter: { ...net, indicator: { id: 'workCoverage', part } } });
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={`${name}的 ${units} 家加盟、合作企业`}
        onClick={() => open('denominator')}
      >
        {units} 家
      </button>{' '}
      {covered < units && (
        <button type="button" className="link" onClick={() => open('missing')}>
          <StatusMark kind="over">还差 {units - covered} 家</StatusMark>
        </button>
      )}
    </>
  );
}

function PlatformLine({ row }: { readonly row: PlatformRow }) {
  const { go } = useNavigation();
  const net = { column: 'site', headquartersId: row.id ?? 'none' };
  const openSites = (part: 'numerator' | 'denominator' | 'missing') =>
    go({
      page: 'organizations',
      filter: { ...net, indicator: { id: 'siteWorkCoverage', part } },
    });
  const missing = row.sites - row.covered;
  return (
    <tr>
      <td>
        <Seat row={row} />
      </td>
      <td>
        {row.partyOrganization || (
          <span className="muted">{row.id === null ? '—' : '总部没有登记党组织'}</span>
        )}
      </td>
      <td className="num">
        <button type="button" className="link" onClick={() => openSites('denominator')}>
          {row.sites}
        </button>
      </td>
      <td className="num">{row.built}</td>
      <td className="num">
        <button type="button" className="link" onClick={() => openSites('numerator')}>
          {row.covered}
        </button>
      </td>
      <td>
        <CoverBar covered={row.covered} total={row.sites} label={row.name} />
      </td>
      <td>
        {missing === 0 ? (
          <StatusMark kind="done">全网已覆盖</StatusMark>
        ) : (
          <button type="button" className="link" onClick={() => openSites('missing')}>
            <StatusMark kind="over">还差 {missing} 个</StatusMark>
          </button>
        )}
      </td>
      <td>
        <Affiliates row={row} />
      </td>
      <td className="num">{row.heads}</td>
      <td className="num">{row.members}</td>
    </tr>
  );
}

/** 抓总部带全网: each head office with all its sites; a total per net, and what is missing opens as a list. */
export function PlatformsTab({ platforms }: { readonly platforms: readonly PlatformRow[] }) {
  if (platforms.length === 0)
    return (
      <EmptyState>还没有登记站点。从单位名册登记快递网点、外卖站点等，或从表格导入。</EmptyState>
    );
  return (
    <Section
      title="哪家总部带全网还有缺口？"
      remark="站点按登记的平台（总部）归集，每个站点只在一家"
    >
      <table className="plain-table" aria-label="平台总部和站点">
        <thead>
          <tr>
            <th scope="col">平台（总部）</th>
            <th scope="col">总部党组织</th>
            <th scope="col" className="num">
              站点
            </th>
            <th scope="col" className="num">
              已建组织
            </th>
            <th scope="col" className="num">
              已覆盖
            </th>
            <th scope="col">进度</th>
            <th scope="col">缺口</th>
            <th scope="col">加盟、合作企业</th>
            <th scope="col" className="num">
              人数
            </th>
            <th scope="col" className="num">
              党员
            </th>
          </tr>
        </thead>
        <tbody>
          {platforms.map((row) => (
            <PlatformLine key={row.id ?? 'none'} row={row} />
          ))}
        </tbody>
      </table>
      <p className="small muted group-note">
        在单位页面登记“总部”，站点和加盟、合作企业就归到那家名下。企业按法人单位计，不与站点相加；区外登记的总部不计入本区单位数。
      </p>
    </Section>
  );
}
