import { PhoenixError } from '#libs/contracts';
import { isTransactionConflict, sqlState } from '#libs/persistence';

/** What to do about a batch that failed. */
export type BatchFault =
  /** The connection is gone, perhaps after the commit; keys and accounts tell what happened, so run it again. */
  | 'lost'
  /** Another transaction was in the way: run it again. */
  | 'conflict'
  /** Somebody keeps an account locked. */
  | 'locked'
  /** Postgres has no room or no time, or is too old: nobody's data is at fault. */
  | 'refused'
  /** One of the batch is at fault: find it. */
  | 'culprit';

/** R9 as a table. */
export function faultOf(error: unknown, sessionIsOpen: boolean): BatchFault {
  const state = sqlState(error) ?? '';
  if (!sessionIsOpen || /^(08|57P|25P03)/.test(state)) return 'lost';
  if (isTransactionConflict(error)) return 'conflict';
  if (state === '55P03') return 'locked';
  if (error instanceof PhoenixError) return 'refused';
  return /^53|^57014$/.test(state) ? 'refused' : 'culprit';
}
