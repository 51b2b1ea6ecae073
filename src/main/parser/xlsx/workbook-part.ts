import { posix } from 'node:path';
import type { SheetState } from '../../../core/intake/raw-workbook';
import { RefusedFile } from '../refusal';
import type { OfficePackage } from './package';
import { attribute, isTrue, walkMarkup } from './walk-markup';

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  /** Part name of the worksheet; `undefined` for chart and macro sheets. */
  readonly part: string | undefined;
}

export interface WorkbookPart {
  readonly dateSystem: 1900 | 1904;
  readonly sheets: readonly SheetEntry[];
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Reads the workbook's table of contents and resolves every sheet to its part. */
export async function readWorkbookPart(pack: OfficePackage): Promise<WorkbookPart> {
  const root = await readRelations(pack, '_rels/.rels', '');
  const path =
    [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  const part = await pack.read(path);
  if (part === undefined) throw new RefusedFile('notAWorkbook');
  const folder = posix.dirname(path);
  const relations = await readRelations(
    pack,
    `${folder}/_rels/${posix.basename(path)}.rels`,
    folder,
  );
  const targetOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  return {
    ...readContents(part, relations),
    sharedStringsPart: targetOf('sharedStrings'),
    stylesPart: targetOf('styles'),
  };
}

function readContents(part: Buffer, relations: ReadonlyMap<string, Relation>) {
  const sheets: SheetEntry[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  walkMarkup(part, {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) dateSystem = 1904;
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      sheets.push({
        name: attributes['name'] ?? '',
        state: stateOf(attributes['state']),
        part: relation?.type === 'worksheet' ? relation.target : undefined,
      });
    },
  });
  return { dateSystem, sheets };
}

function stateOf(state: string | undefined): SheetState {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** External targets are never followed, so they are not listed. */
async function readRelations(
  pack: OfficePackage,
  name: string,
  folder: string,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  const part = await pack.read(name);
  if (part === undefined) return relations;
  walkMarkup(part, {
    open(element, attributes) {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      relations.set(attributes['Id'] ?? '', {
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}
