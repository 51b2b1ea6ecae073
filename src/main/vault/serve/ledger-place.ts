import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { readMoved } from '../ledger/moved-mark';
import { hasLedger } from '../ledger/open-ledger';
import { finishSwap } from '../ledger/replace-folder';
import { openFolder, type VaultFiles } from '../ledger/vault-files';

const longestTrail = 16;

const placeSchema = z.strictObject({
  /** The folder the program begins with; a place is kept for each of them. */
  from: z.string(),
  folder: z.string(),
  /** Where the ledger was before: a copy of it may still be there. */
  left: z.string().optional(),
  /** What the move carried over, until the user has been told. */
  news: z.strictObject({ files: z.int(), records: z.int() }).optional(),
});
type Place = z.infer<typeof placeSchema>;
export type MoveNews = NonNullable<Place['news']>;

export type FoundPlace = {
  readonly folder: string;
  /** It was moved there, and there is no ledger: a disk that is not plugged in, a folder with another name. */
  readonly isAway: boolean;
  readonly left: string | undefined;
  readonly news: MoveNews | undefined;
  /** Whether this machine's state says so too. */
  readonly isNoted: boolean;
};

/**
 * Where the ledger is. Two witnesses say it, either of which is enough: the mark a move leaves in the old folder, and
 * a note in this machine's state, which also outlives the old folder.
 */
export class LedgerPlace {
  constructor(
    /** Where the program keeps its ledger as long as nobody moved it. */
    private readonly home: string,
    private readonly state: VaultFiles | undefined,
  ) {}

  find(): FoundPlace {
    const noted = this.#read();
    const { folder, before } = endOfTrail(noted?.folder ?? this.home);
    const isHere = existsSync(folder) && readMoved(openFolder(folder)) === undefined;
    const isMoved = folder !== this.home;
    return {
      folder,
      isAway: isMoved && !(isHere && hasLedger(folder)),
      left: before ?? noted?.left,
      news: noted?.news,
      isNoted: !isMoved || noted?.folder === folder,
    };
  }

  /** Where it is from now on; a state folder that cannot be written to leaves the mark in the old folder. */
  note(folder: string, about: Pick<Place, 'left' | 'news'> = {}): void {
    if (this.state === undefined) return;
    try {
      this.#write(this.state, { from: resolve(this.home), folder, ...about });
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem)) throw problem;
    }
  }

  get #fileName(): string {
    return `${basename(this.home)}.place`;
  }

  #read(): Place | undefined {
    if (this.state?.exists(this.#fileName) !== true) return undefined;
    try {
      const place = placeSchema.parse(JSON.parse(this.state.read(this.#fileName).toString('utf8')));
      return place.from === resolve(this.home) ? place : undefined;
    } catch {
      // One that was cut short says nothing; the old folder's mark says where to go.
      return undefined;
    }
  }

  #write(state: VaultFiles, place: Place): void {
    if (state.exists(this.#fileName)) state.remove(this.#fileName);
    const file = state.open(this.#fileName, 'create');
    try {
      file.write(Buffer.from(JSON.stringify(place), 'utf8'), 0);
      file.sync();
    } finally {
      file.close();
    }
    state.syncFolder();
  }
}

/** The name the user gave the folder: the ledger stands in one of its own inside it. */
export const nameOfPlace = (folder: string) => basename(dirname(folder));

/** From mark to mark, to the folder that has none; `before` is the one that was left last. */
function endOfTrail(start: string): { folder: string; before: string | undefined } {
  let folder = start;
  let before: string | undefined;
  for (let step = 0; step < longestTrail; step += 1) {
    finishSwap(folder);
    const moved = existsSync(folder) ? readMoved(openFolder(folder)) : undefined;
    if (moved === undefined) break;
    before = folder;
    folder = moved.to;
  }
  return { folder, before };
}
