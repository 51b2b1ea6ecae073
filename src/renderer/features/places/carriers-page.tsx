import { useState } from 'react';
import type { CarrierRow } from '../../../contract/register';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { percentWords } from '../../lib/format';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { CarrierDialog, type CarrierDraft } from './carrier-dialog';
import { carrierWords } from './place-words';
import { RetireCarrierDialog } from './retire-dialog';
import './places.css';

type Asked =
  | { readonly kind: 'edit'; readonly draft: CarrierDraft }
  | { readonly kind: 'retire'; readonly carrier: CarrierRow };

type ListProps = {
  readonly carriers: readonly CarrierRow[];
  readonly onAsk: (asked: Asked) => void;
};

function builtWords({ own, joint, units }: CarrierRow): string {
  const built = own + joint;
  return `${percentWords(units === 0 ? null : (built / units) * 100)}　${built} / ${units}`;
}

function Carriers({ carriers, onAsk }: ListProps) {
  const { go } = useNavigation();
  return (
    <table className="plain-table" aria-label="载体">
      <thead>
        <tr>
          <th scope="col">载体</th>
          <th scope="col">类型</th>
          <th scope="col">街道</th>
          <th scope="col" className="num">
            在册运营单位
          </th>
          <th scope="col" className="num">
            组织覆盖
          </th>
          <th scope="col" className="num">
            空白
          </th>
          <th scope="col" className="num">
            正式党员
          </th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {carriers.map((carrier) => (
          <tr key={carrier.id}>
            <td>{carrier.name}</td>
            <td>{carrierWords[carrier.kind]}</td>
            <td>{carrier.areaName || '不详'}</td>
            <td className="num">
              <button
                type="button"
                className="link"
                aria-label={`${carrier.name}的 ${carrier.units} 家单位`}
                onClick={() => go({ page: 'organizations', filter: { carrierId: carrier.id } })}
              >
                {carrier.units}
              </button>
            </td>
            <td className="num">{builtWords(carrier)}</td>
            <td className="num">{carrier.blank}</td>
            <td className="num">{carrier.formalMembers}</td>
            <td className="place-acts">
              <button
                type="button"
                className="link"
                aria-label={`修改${carrier.name}`}
                onClick={() => onAsk({ kind: 'edit', draft: carrier })}
              >
                修改
              </button>
              <button
                type="button"
                className="link"
                aria-label={`停用${carrier.name}`}
                onClick={() => onAsk({ kind: 'retire', carrier })}
              >
                停用
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where do units sit together, and which place has most to gain? */
export function CarriersPage() {
  const { back } = useNavigation();
  const { data, failure } = useVaultQuery('carriers.list', {});
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <div className="page-scroll">
      <PageHead title="载体" sentence="楼宇、园区、商圈、市场、街区；载体不是单位，不进分母">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() =>
            setAsked({ kind: 'edit', draft: { name: '', kind: 'building', areaId: '' } })
          }
        >
          新增载体
        </button>
      </PageHead>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading />}
      {data?.length === 0 && (
        <EmptyState>还没有载体。新增一座楼宇或一个园区，再把单位放进去。</EmptyState>
      )}
      {data !== undefined && data.length > 0 && <Carriers carriers={data} onAsk={setAsked} />}
      {asked?.kind === 'edit' && <CarrierDialog draft={asked.draft} onClose={close} />}
      {asked?.kind === 'retire' && (
        <RetireCarrierDialog id={asked.carrier.id} name={asked.carrier.name} onClose={close} />
      )}
    </div>
  );
}
