import { useCallback, useState } from 'react';
import type { ReportId, ReportTable } from '../../../contract/desk-work';
import { askShell, askVault } from '../../lib/desk';
import type { PaperChoice } from './paper-size';

/** What came of the last press of the button, in words; `tone` picks shape and colour. */
export type OutputNotice = { readonly tone: 'done' | 'soon' | 'over'; readonly words: string };

type Output = {
  readonly report: ReportId;
  readonly personId: string | undefined;
  readonly table: ReportTable;
  readonly choice: PaperChoice;
  readonly pages: number;
  readonly reason: string;
};

async function record(output: Output, target: 'pdf' | 'paper'): Promise<OutputNotice | undefined> {
  const result = await askVault('reports.recordOutput', {
    report: output.report,
    ...(output.personId === undefined ? {} : { personId: output.personId }),
    asOf: output.table.asOf,
    snapshotNumber: output.table.snapshotNumber,
    target,
    pages: output.pages,
    ...(output.reason.trim() === '' ? {} : { reason: output.reason.trim() }),
  });
  return result.ok ? undefined : { tone: 'over', words: result.failure.message };
}

async function savePdf(output: Output): Promise<OutputNotice | undefined> {
  const { table, choice } = output;
  const suggestedName = `${table.title} ${table.asOf} ${table.snapshotNumber}`;
  const result = await askShell('shell.savePdf', { suggestedName, ...choice });
  if (!result.ok) return { tone: 'over', words: result.failure.message };
  if (result.value.status === 'cancelled') return undefined;
  const words = `已存为 ${result.value.fileName}，共 ${output.pages} 页，已留记录。`;
  return (await record(output, 'pdf')) ?? { tone: 'done', words };
}

async function print(output: Output): Promise<OutputNotice | undefined> {
  const result = await askShell('shell.print', output.choice);
  if (!result.ok) return { tone: 'over', words: result.failure.message };
  switch (result.value.status) {
    case 'cancelled':
      return undefined;
    case 'noPrinter':
      return {
        tone: 'soon',
        words: '这台电脑没有装打印机，没有打印。可以另存为版式文件，带到别处打印。',
      };
    case 'printed':
      return (
        (await record(output, 'paper')) ?? {
          tone: 'done',
          words: `已送打印机，共 ${output.pages} 页，已留记录。`,
        }
      );
  }
}

export function useReportOutput() {
  const [notice, setNotice] = useState<OutputNotice>();
  const [isBusy, setIsBusy] = useState(false);
  const run = useCallback(async (act: 'pdf' | 'paper', output: Output) => {
    setIsBusy(true);
    setNotice(undefined);
    setNotice(await (act === 'pdf' ? savePdf(output) : print(output)));
    setIsBusy(false);
  }, []);
  return { notice, isBusy, run };
}
