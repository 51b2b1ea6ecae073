import {
  AnchorWriter,
  readAnchor,
  type Anchor,
  type AnchorPlace,
  type AnchorReading,
} from './anchor';
import { firstHome, type DataHome } from './data-home';
import type { VaultFiles } from './vault-files';

type Keys = { readonly dataKey: Buffer; readonly vaultId: Buffer; readonly home: DataHome };
type Head = Omit<Anchor, 'counter'>;

/** Acts between two writings while the ledger is in use; closing always writes. */
const framesPerMark = 100;

/**
 * The newest frame this machine has seen, kept outside the ledger's folder: a folder put back whole to an older
 * copy cannot tell by itself that it is older (security.md T7). It is a witness and nothing more: one that cannot be
 * written keeps nobody from working.
 */
export class OutsideMark {
  readonly reading: AnchorReading;
  readonly #writer: AnchorWriter | undefined;
  #counter: number;
  #last: Head | undefined;

  /** @param files the folder of this machine's marks; without one there is no witness */
  constructor(
    private readonly files: VaultFiles | undefined,
    keys: Keys,
  ) {
    const place = placeOf(keys);
    this.reading =
      files === undefined ? { kind: 'absent' } : readQuietly(files, keys.dataKey, place);
    const anchor = this.reading.kind === 'read' ? this.reading.anchor : undefined;
    this.#counter = anchor?.counter ?? 0;
    this.#last = anchor;
    this.#writer = files === undefined ? undefined : new AnchorWriter(files, keys.dataKey, place);
  }

  /** The witness of the same ledger under another key. */
  under(keys: Keys): OutsideMark {
    return new OutsideMark(this.files, keys);
  }

  /** Where work is going on: now and then. */
  follow(head: Head): void {
    if (head.sequence - (this.#last?.sequence ?? 0) >= framesPerMark) this.write(head);
  }

  write(head: Head): void {
    if (this.#last?.sequence === head.sequence && this.#last.headHash.equals(head.headHash)) return;
    this.#counter += 1;
    this.#last = head;
    quietly(() => this.#writer?.write({ ...head, counter: this.#counter }));
  }

  close(): void {
    quietly(() => this.#writer?.close());
  }
}

/** By the ledger's own number, wherever its folder stands; each of its keys has a mark of its own. */
const placeOf = ({ vaultId, home }: Keys): AnchorPlace => ({
  name: `${vaultId.toString('hex')}${home === firstHome ? '' : `.k${home}`}.mark`,
  purpose: 'outside-mark',
});

function readQuietly(files: VaultFiles, dataKey: Buffer, place: AnchorPlace): AnchorReading {
  try {
    return readAnchor(files, dataKey, place);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return { kind: 'unreadable' };
    throw problem;
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
  }
}
