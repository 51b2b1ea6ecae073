import { packedColumns } from '../../../core/deadlines/packed';
import { deadlineTable } from '../../../core/deadlines/deadline-table';
import type { PeopleColumns } from './people-columns';

const separator = '\n';

/** `count4`, then each column: texts as `length4 ‖ UTF-8`, numbers as they are. */
export function encodePeople(people: PeopleColumns): Buffer {
  const { count } = people;
  const head = Buffer.alloc(4);
  head.writeUInt32LE(count);
  const texts = [people.ids, people.names, people.haystack, people.branchIds, people.areaIds].map(
    (column) => withLength(Buffer.from(column.slice(0, count).join(separator), 'utf8')),
  );
  const numbers = [people.stage, people.flags, people.since, ...people.facts].map((column) =>
    bytesOf(column.subarray(0, count)),
  );
  return Buffer.concat([head, ...texts, ...numbers]);
}

export function decodePeople(bytes: Buffer): PeopleColumns {
  const reader = new Reader(bytes);
  const count = reader.number();
  return {
    count,
    ids: reader.texts(count),
    names: reader.texts(count),
    haystack: reader.texts(count),
    branchIds: reader.texts(count),
    areaIds: reader.texts(count),
    stage: reader.bytes(count),
    flags: reader.bytes(count),
    since: reader.integers(count),
    facts: packedColumns.map(() => reader.integers(count)),
    due: deadlineTable.map(() => new Int32Array(count)),
    isDueReady: false,
    rowById: undefined,
    byName: undefined,
  };
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function bytesOf(column: Uint8Array | Int32Array): Buffer {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength);
}

class Reader {
  #at = 0;
  constructor(private readonly source: Buffer) {}

  number(): number {
    const value = this.source.readUInt32LE(this.#at);
    this.#at += 4;
    return value;
  }
  texts(count: number): string[] {
    const length = this.number();
    const text = this.source.toString('utf8', this.#at, this.#at + length);
    this.#at += length;
    return count === 0 ? [] : text.split(separator);
  }
  bytes(count: number): Uint8Array {
    return new Uint8Array(this.#slice(count));
  }
  integers(count: number): Int32Array {
    return new Int32Array(this.#slice(count * 4));
  }
  /** A copy, so that integers start on an even place and the decrypted buffer can go. */
  #slice(length: number): ArrayBuffer {
    const copy = new Uint8Array(length);
    copy.set(this.source.subarray(this.#at, this.#at + length));
    this.#at += length;
    return copy.buffer;
  }
}
