import { useState } from 'react';
import type { PersonView } from '../../../contract/people';
import {
  agreementOf,
  cellKey,
  factForms,
  repeatedFacts,
  repeatedFactWords,
  statedCells,
  withStatedCells,
  type RepeatedFact,
} from '../../../core/development/fact-forms';
import { factTable } from '../../../core/development/facts';
import type { FactDate } from '../../../core/calendar/calendar-date';
import { FailureBanner } from '../../components/notices';
import { Section } from '../../components/page-head';
import { StatusMark } from '../../components/status-mark';
import { askVault } from '../../lib/desk';
import { onFormKey } from '../../lib/keyboard';
import { isBadTypedDate, readTypedDate } from '../../lib/typed-date';
import { useAct } from '../../lib/use-act';
import { MatrixCell } from './matrix-cell';

type Cells = Readonly<Record<string, string>>;

/** One date typed once, compared wherever a form states it again (C16). */
export function FactMatrix({ view }: { readonly view: PersonView }) {
  const dossier = view.record.dossier ?? {};
  const [cells, setCells] = useState<Cells>(() => Object.fromEntries(statedCells(dossier)));
  const [isSaved, setSaved] = useState(false);
  const { isBusy, failure, run } = useAct();
  const typedOf = (fact: RepeatedFact) => factTable[fact].read(dossier);
  const differing = countDiffering(cells, typedOf);
  const isBroken = Object.values(cells).some(isBadTypedDate);

  async function save(): Promise<void> {
    if (isBroken || isBusy) return;
    const statedElsewhere = withStatedCells(dossier, readCells(cells));
    const saved = await run(() =>
      askVault('people.saveFacts', { id: view.id, patch: { statedElsewhere }, clears: [] }),
    );
    setSaved(saved !== undefined);
  }
  function change(key: string, value: string): void {
    setSaved(false);
    setCells({ ...cells, [key]: value });
  }

  return (
    <Section
      title="各表时间对照"
      remark={differing === 0 ? '各表所写与登记一致' : `${differing} 处与登记不一致`}
    >
      <form
        aria-label="各表时间对照"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => onFormKey(event, () => void save())}
      >
        <table className="plain-table matrix-table">
          <thead>
            <tr>
              <th>表格</th>
              {repeatedFacts.map((fact) => (
                <th key={fact} title={factTable[fact].words}>
                  {repeatedFactWords[fact]}
                </th>
              ))}
            </tr>
            <tr className="matrix-typed">
              <th scope="row">登记的日期</th>
              {repeatedFacts.map((fact) => (
                <td key={fact}>{typedOf(fact) ?? '未登记'}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {factForms.map(({ form, facts }) => (
              <tr key={form}>
                <th scope="row">{form}</th>
                {repeatedFacts.map((fact) => {
                  const key = cellKey(form, fact);
                  return (
                    <MatrixCell
                      key={fact}
                      label={`${form}所写${factTable[fact].words}`}
                      isStated={facts.includes(fact)}
                      typed={typedOf(fact)}
                      value={cells[key] ?? ''}
                      onChange={(value) => change(key, value)}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <FailureBanner failure={failure} />
        <div className="form-acts">
          <button
            type="button"
            className="button is-primary"
            disabled={isBusy || isBroken}
            onClick={() => void save()}
          >
            {isBusy ? '正在保存…' : '保存对照'}
          </button>
          <span className="muted small">
            灰字是应写的日期；只填表上另写的日期，不一致的标红并列入核查
          </span>
          {isSaved && <StatusMark kind="done">已保存</StatusMark>}
        </div>
      </form>
    </Section>
  );
}

function countDiffering(
  cells: Cells,
  typedOf: (fact: RepeatedFact) => FactDate | undefined,
): number {
  const read = readCells(cells);
  return factForms.flatMap(({ form, facts }) =>
    facts.filter((fact) => agreementOf(typedOf(fact), read.get(cellKey(form, fact))) === 'differs'),
  ).length;
}

function readCells(cells: Cells): ReadonlyMap<string, FactDate> {
  return new Map(
    Object.entries(cells)
      .filter(([, value]) => value.trim() !== '' && !isBadTypedDate(value))
      .map(([key, value]) => [key, readTypedDate(value) as FactDate]),
  );
}
