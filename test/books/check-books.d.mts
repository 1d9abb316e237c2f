export interface BooksFound {
  readonly accounts: number;
  /** Events that the stream holds, each counted once. */
  readonly events: number;
  /** Messages of the stream that repeat an event with the same id. */
  readonly duplicatesInStream: number;
  /** Each difference in words; empty when the books agree. */
  readonly differences: readonly string[];
}

export interface BooksPlace {
  /** Postgres as administrator, on the database of Phoenix. */
  readonly adminUrl: string;
  /** Comma separated. */
  readonly natsUrl: string;
  /** The operator's credential, which may read the stream. */
  readonly natsSeedFile: string;
  /** Ledger entries that a caller was told of: each must be exactly once in ledger, stream and event store. */
  readonly acknowledged?: readonly string[];
}

/** Compares everything once. Ask when traffic has ended: what is still on its way counts as a difference. */
export function checkBooks(place: BooksPlace): Promise<BooksFound>;
