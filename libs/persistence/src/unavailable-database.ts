import { PhoenixError } from '#libs/contracts';
import { CommitOutcomeUnknown } from './commit-outcome-unknown.js';
import { isReadTimeout, isUnreachable, sqlState } from './postgres-errors.js';

const cutOff =
  /timeout exceeded when trying to connect|not queryable|already released|Connection (terminated|ended)/i;
/** No room, no time, or somebody in the way, six times over: it may be otherwise in a moment. */
const tooBusy = /^(53...|57014|55P03|25P03|40001|40P01)$/;

/** `UNAVAILABLE` when an error says that the database is away, going or too busy; undefined for any other error. */
export function unavailableDatabase(error: unknown): PhoenixError<'UNAVAILABLE'> | undefined {
  const state = sqlState(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  const away =
    error instanceof CommitOutcomeUnknown ||
    isUnreachable(error) ||
    isReadTimeout(error) ||
    /^(08|57P)/.test(state) ||
    tooBusy.test(state) ||
    cutOff.test(message);
  if (!away) return undefined;
  const reason = 'its database cannot be reached';
  return new PhoenixError(
    'UNAVAILABLE',
    `The service is unavailable: ${reason}.`,
    { reason },
    { cause: error },
  );
}
