import type { getReadModels, LedgerState, ReplyOf } from '#libs/contracts';
import type { ServiceInstance, StreamFigures, StreamPosition } from '#libs/messaging';
import { isUnknown, type Unknown } from './unknown.js';
import type { OwnStatuses } from './own-statuses.js';

export type ReadModels = ReplyOf<typeof getReadModels>;

type StreamFill = Pick<StreamFigures, 'events' | 'bytes' | 'maxBytes'>;

/** What the house tells of itself at one moment. */
export interface HouseStatus {
  readonly instances: readonly ServiceInstance[];
  /** `null` when the stream does not exist. */
  readonly stream:
    (StreamPosition & StreamFill & { readonly drift: readonly string[] }) | null | Unknown;
  /** The version of the hub's price list; `null` when no hub answers that could be asked. */
  readonly catalogue: { readonly version: number } | null | Unknown;
  /** `null` when no hub answers that could be asked. */
  readonly ledger: LedgerState | null | Unknown;
  /** `null` when no projector answers that could be asked. */
  readonly readModels: ReadModels | null | Unknown;
  readonly own: OwnStatuses;
}

type Own<S extends keyof OwnStatuses> = Exclude<OwnStatuses[S], null | Unknown>;

/** What every service tells, by its name; only of those that could tell. */
export function toldBy({ own }: HouseStatus) {
  return Object.entries(own).flatMap(([service, status]) =>
    status === null || isUnknown(status) ? [] : [{ service, ...status }],
  );
}

/** What one service tells of itself; null when it does not. */
export function ownOf<S extends keyof OwnStatuses>(
  { own }: HouseStatus,
  service: S,
): Own<S> | null {
  const status = own[service];
  return status === null || isUnknown(status) ? null : (status as Own<S>);
}
