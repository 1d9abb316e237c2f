import type { getReadModels, LedgerState, ReplyOf } from '#libs/contracts';
import type { ServiceInstance, StreamPosition } from '#libs/messaging';

export type ReadModels = ReplyOf<typeof getReadModels>;

/** What was asked and could not be told, in the words of whoever failed. */
export interface Unknown {
  readonly unknown: string;
}

/** What the house tells of itself at one moment. */
export interface HouseStatus {
  readonly instances: readonly ServiceInstance[];
  /** `null` when the stream does not exist. */
  readonly stream: (StreamPosition & { readonly drift: readonly string[] }) | null | Unknown;
  /** The version of the hub's price list; `null` when no hub answers that could be asked. */
  readonly catalogue: { readonly version: number } | null | Unknown;
  /** `null` when no hub answers that could be asked. */
  readonly ledger: LedgerState | null | Unknown;
  /** `null` when no projector answers that could be asked. */
  readonly readModels: ReadModels | null | Unknown;
}

export function isUnknown(told: object | null): told is Unknown {
  return told !== null && 'unknown' in told;
}
