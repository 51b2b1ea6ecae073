import { useState } from 'react';
import type { AreaRow } from '../../../contract/register';
import { areaLevels } from '../../../core/records/area';
import { EmptyState, FailureBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { useNavigation } from '../../lib/navigation';
import { useVaultQuery } from '../../lib/use-vault-query';
import { AreaDialog, type AreaDraft } from './area-dialog';
import { levelWords } from './place-words';
import { RetireAreaDialog } from './retire-dialog';
import './places.css';

type Asked =
  | { readonly kind: 'edit'; readonly draft: AreaDraft }
  | { readonly kind: 'retire'; readonly area: AreaRow };

const nextLevel = (level: AreaRow['level']): AreaRow['level'] =>
  areaLevels[Math.min(areaLevels.indexOf(level) + 1, areaLevels.length - 1)] ?? 'grid';

function draftOf({ id, name, code, level, parentId }: AreaRow): AreaDraft {
  return { id, name, code, level, parentId };
}

type TreeProps = { readonly areas: readonly AreaRow[]; readonly onAsk: (asked: Asked) => void };

function Tree({ areas, onAsk }: TreeProps) {
  const { go } = useNavigation();
  return (
    <table className="plain-table" aria-label="区域">
      <thead>
        <tr>
          <th scope="col">区域</th>
          <th scope="col">层级</th>
          <th scope="col">代码</th>
          <th scope="col" className="num">
            单位
          </th>
          <th scope="col">办理</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area.id}>
            <td style={{ paddingLeft: 8 + area.depth * 24 }}>{area.name}</td>
            <td>{levelWords[area.level]}</td>
            <td>{area.code}</td>
            <td className="num">
              <button
                type="button"
                className="link"
                aria-label={`${area.name}的 ${area.units} 家单位`}
                onClick={() => go({ page: 'organizations', filter: { areaId: area.id } })}
              >
                {area.units}
              </button>
            </td>
            <td className="place-acts">
              <button
                type="button"
                className="link"
                aria-label={`修改${area.name}`}
                onClick={() => onAsk({ kind: 'edit', draft: draftOf(area) })}
              >
                改名、移动
              </button>
              {area.level !== 'grid' && (
                <button
                  type="button"
                  className="link"
                  aria-label={`在${area.name}下新增`}
                  onClick={() =>
                    onAsk({
                      kind: 'edit',
                      draft: {
                        name: '',
                        code: '',
                        level: nextLevel(area.level),
                        parentId: area.id,
                      },
                    })
                  }
                >
                  新增下级
                </button>
              )}
              <button
                type="button"
                className="link"
                aria-label={`停用${area.name}`}
                onClick={() => onAsk({ kind: 'retire', area })}
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

/** Which places does the register know, and what lies in them? */
export function AreasPage() {
  const { back } = useNavigation();
  const { data, failure } = useVaultQuery('areas.tree', {});
  const today = useVaultQuery('session.status', {}).data?.today;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <div className="page-scroll">
      <PageHead title="区域" sentence="街道（镇、园区）、社区（村）、网格">
        <button type="button" className="button" onClick={back}>
          返回
        </button>
        <button
          type="button"
          className="button is-primary"
          onClick={() =>
            setAsked({ kind: 'edit', draft: { name: '', code: '', level: 'street', parentId: '' } })
          }
        >
          新增街道
        </button>
      </PageHead>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading />}
      {data?.length === 0 && (
        <EmptyState>还没有区域。先新增街道，或从名册导入时自动建立。</EmptyState>
      )}
      {data !== undefined && data.length > 0 && <Tree areas={data} onAsk={setAsked} />}
      {asked?.kind === 'edit' && (
        <AreaDialog draft={asked.draft} areas={data ?? []} onClose={close} />
      )}
      {asked?.kind === 'retire' && today !== undefined && (
        <RetireAreaDialog
          id={asked.area.id}
          name={asked.area.name}
          areas={data ?? []}
          today={today}
          onClose={close}
        />
      )}
    </div>
  );
}
