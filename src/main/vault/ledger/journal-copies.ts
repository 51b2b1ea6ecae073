/** The copy of one journal in another folder. */
export type JournalCopy = {
  readonly append: (bytes: Uint8Array, position: number) => void;
  readonly close: (isEmpty: boolean) => void;
};

/** Whoever keeps copies of journals while they are written. */
export type JournalCopies = {
  /** @param bytes what the journal holds so far */
  readonly begin: (name: string, bytes: Uint8Array) => JournalCopy;
};
