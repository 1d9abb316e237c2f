import type {
  listLedgerEntries,
  LoggedEvent,
  ReplyOf,
  ServiceName,
  TracedEvent,
} from '#libs/contracts';
import type { RememberedHops } from '#libs/messaging';

/** A service that has an event log, or what else was asked and could not be told. */
export interface Untold {
  readonly what: string;
  readonly why: string;
}

export type LoggedBy = LoggedEvent & { readonly source: ServiceName };

export type PostedEntry = ReplyOf<typeof listLedgerEntries>['entries'][number] & {
  readonly userId: string;
};

/** All that the house knows of one request: what is kept for ever, and what instances remember for a while. */
export interface RequestFacts {
  readonly correlationId: string;
  /** As the event store has them, in stream order, with their rows. */
  readonly events: readonly TracedEvent[];
  /** As the services recorded them. */
  readonly logged: readonly LoggedBy[];
  readonly entries: readonly PostedEntry[];
  readonly remembered: readonly RememberedHops[];
  readonly untold: readonly Untold[];
}
