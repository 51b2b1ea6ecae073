import type { ImportSheet } from '../../../contract/imports';
import { Loading } from '../../components/notices';
import type { SheetChoices } from '../../components/sheet-choices';
import { SheetColumns } from '../../components/sheet-columns';
import { StatusMark } from '../../components/status-mark';

export type SheetsStepProps = {
  readonly sheets: readonly ImportSheet[];
  readonly choices: SheetChoices;
  readonly onChoices: (choices: SheetChoices) => void;
  readonly isLoading: boolean;
  readonly onNext: () => void;
};

/** Which sheets and columns are read, and as what; nothing is left out silently. */
export function SheetsStep({ sheets, choices, onChoices, isLoading, onNext }: SheetsStepProps) {
  const isAnyImported = sheets.some((sheet) => sheet.isImported);
  return (
    <>
      {sheets.map((sheet) => (
        <SheetColumns key={sheet.name} verb="导入" {...{ sheet, choices, onChoices }} />
      ))}
      <div className="form-acts">
        <button
          type="button"
          className="button is-primary"
          disabled={!isAnyImported || isLoading}
          onClick={onNext}
        >
          逐行核对
        </button>
        {isLoading && <Loading words="正在按所选重新核对" />}
        {!isAnyImported && (
          <StatusMark kind="soon">没有可导入的工作表，请点选表头所在的行，或换一个文件</StatusMark>
        )}
      </div>
    </>
  );
}
