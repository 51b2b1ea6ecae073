import type { IssueCode } from './issue-codes';
import { foldHeader } from './map-header';
import { withoutSpaces } from './text';

export type SkipCode = Extract<
  IssueCode,
  | 'BLANK_ROW'
  | 'TOTAL_ROW'
  | 'SUBTOTAL_ROW'
  | 'NOTE_ROW'
  | 'REPEATED_HEADER'
  | 'NUMBERED_EMPTY'
  | 'HINT_ROW'
>;

export interface RowTexts {
  /** Folded texts of the cells standing in the row, by column. */
  readonly texts: ReadonlyMap<number, string>;
  /** Folded headers by column. */
  readonly headers: ReadonlyMap<number, string>;
  /** Leftmost column of the table; tables may begin anywhere. */
  readonly firstColumn: number;
  /** Columns that only number or derive. */
  readonly derivedColumns: ReadonlySet<number>;
  /** Columns whose text names the subject of the row. */
  readonly identityColumns: ReadonlySet<number>;
}

const total = /^(合计|总计|共计|总合计|累计|全[县区市镇校]合计|合计数|总数)(:|[(].*[)])?$/;
const totalLine = /^(合计|总计|共计)[:\s]/;
const subtotal = /^(小计|.{1,16}小计|本页合计|.{1,16}合计)(:|[(].*[)])?$/;
const note =
  /^(注[:\d.、]|注$|备注[:]|说明[:]|填表说明|填报说明|填写说明|填表人|填报人|制表人?|审核人?[:]|审批人?[:]|单位负责人|负责人[:(]|联系人[:]|联系电话[:]|填表时间|填报时间|填表日期|填报日期|报送单位|报送时间|以上|\*|※)/;
/** A place to sign at the foot of a form: 审核人：, 填表日期： and the like. */
const signing =
  /^(审核人?|审批人?|审签|填表人?|填报人?|制表人?|经办人|(单位|党组织|主要)?负责人|(党支部|支部|党组织)?书记(\(签[字名]\))?|联系人|联系电话|电话|(填表|填报|制表|报送)?(时间|日期)|(填报)?单位(\(盖章\))?):/;
const hint = /^(必填|选填|非必填|请|格式|例[:如]|如[:]|示例[:]|填写|文本格式|下拉|按照|YYYY)/i;

/** Why a row holds no record, or `undefined` where it does. */
export function skipCodeOf(row: RowTexts): SkipCode | undefined {
  const { texts, derivedColumns } = row;
  if (texts.size === 0) return 'BLANK_ROW';
  if (numbersColumns(row)) return 'HINT_ROW';
  const words = [...texts.values()].map(withoutSpaces);
  const sum = sumCode(row, words);
  if (sum !== undefined) return sum;
  if (isNote(row)) return 'NOTE_ROW';
  if (repeatsHeader(row)) return 'REPEATED_HEADER';
  if ([...texts.keys()].every((column) => derivedColumns.has(column))) return 'NUMBERED_EMPTY';
  const hints = words.filter((word) => hint.test(word)).length;
  return hints >= 2 && hints * 2 >= words.length ? 'HINT_ROW' : undefined;
}

/** The line of a printed form that numbers its columns: 甲 乙 1 2 3, or 1 2 3 4. */
function numbersColumns({ texts, headers }: RowTexts): boolean {
  const words = [...texts.values()].filter((word) => !/^[甲乙丙丁栏次]+$/.test(word));
  if (words.length < 4 || texts.size * 10 < headers.size * 8) return false;
  return words.every(
    (word, index) => Number(word) === Number(words[0]) + index && /^\d+$/.test(word),
  );
}

/** Sums name themselves in one of the first cells that have text. */
function sumCode(row: RowTexts, words: readonly string[]): SkipCode | undefined {
  const opening = words.slice(0, 4);
  if (opening.some((word) => total.test(word) || totalLine.test(word))) return 'TOTAL_ROW';
  const isNamed = [...row.identityColumns].some((column) => {
    const text = withoutSpaces(row.texts.get(column) ?? '');
    // Beside a sum stands at most a figure: 5人, 共12家.
    return text !== '' && !subtotal.test(text) && !/^共?\d+[人名家个]?$/.test(text);
  });
  return opening.some((word) => subtotal.test(word)) && !isNamed ? 'SUBTOTAL_ROW' : undefined;
}

function isNote({ texts, identityColumns, firstColumn }: RowTexts): boolean {
  const [first] = [...texts.entries()];
  if (first === undefined) return false;
  const [column, text] = first;
  if (texts.size === 1 && isSentence(text)) return true;
  // A lone remark in the first column names nobody.
  if (texts.size === 1 && !identityColumns.has(column) && !/^\d+$/.test(text))
    return column <= firstColumn;
  if ([...texts.values()].filter((each) => signing.test(withoutSpaces(each))).length >= 2)
    return true;
  if (texts.size > 3 || !note.test(text)) return false;
  return !identityColumns.has(column) || texts.size === 1 || text.length > 6;
}

/** A lone sentence names nobody, wherever it stands. */
function isSentence(text: string): boolean {
  return text.length > 12 && /[。;,:]/.test(text) && !/^\d+$/.test(text);
}

/** Printed page breaks leave the header among the data; one cell tells whether to look at all. */
function repeatsHeader({ texts, headers }: RowTexts): boolean {
  const isSame = ([column, text]: readonly [number, string]) =>
    headers.get(column) === foldHeader(text);
  const cells = [...texts];
  if (!cells.slice(0, 3).some(isSame)) return false;
  const same = cells.filter(isSame).length;
  return same >= 2 && same * 10 >= cells.length * 6;
}
