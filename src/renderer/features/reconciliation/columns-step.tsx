import { useState } from 'react';
import { FailureBanner, InfoBanner, Loading } from '../../components/notices';
import { PageHead } from '../../components/page-head';
import { readingInput, type SheetChoices } from '../../components/sheet-choices';
import { SheetColumns } from '../../components/sheet-columns';
import { useVaultQuery } from '../../lib/use-vault-query';

type Props = {
  readonly token: string;
  readonly given: SheetChoices;
  readonly onChosen: (choices: SheetChoices) => void;
  readonly onClose: () => void;
};

/** Which row names the columns, and which column holds the name, the code, the status: as in an import. */
export function ColumnsStep({ token, given, onChosen, onClose }: Props) {
  const [choices, setChoices] = useState(given);
  const { data, failure, isLoading } = useVaultQuery('imports.read', readingInput(token, choices));
  const isAnyUsed = data?.sheets.some(({ isImported }) => isImported) === true;
  return (
    <div className="page-scroll">
      <PageHead title="名单比对" sentence={data?.fileName ?? ''}>
        <button type="button" className="button" onClick={onClose}>
          放弃这次比对
        </button>
        <button
          type="button"
          className="button is-primary"
          disabled={!isAnyUsed || isLoading}
          onClick={() => onChosen(choices)}
        >
          按所选的列比对
        </button>
      </PageHead>
      <FailureBanner failure={failure} />
      {data === undefined && failure === undefined && <Loading words="正在读名单" />}
      {data !== undefined && (
        <InfoBanner>
          看一下表头和列：单位（企业）名称、统一社会信用代码、登记状态各在哪一列。没有信用代码的名单按名称比对。
        </InfoBanner>
      )}
      {data?.sheets.map((sheet) => (
        <SheetColumns
          key={sheet.name}
          verb="比对"
          sheet={sheet}
          choices={choices}
          onChoices={setChoices}
        />
      ))}
    </div>
  );
}
