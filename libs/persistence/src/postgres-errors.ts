/** The five characters by which Postgres names an error; undefined when the error is not from Postgres. */
export function sqlState(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True when the same transaction may succeed if it runs again: 40001 and 40P01. */
export function isTransactionConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

/**
 * True when the connection went away, or the server is going: class 08 and 57P, or an error that Postgres did not
 * send (a closed socket, no answer in time). What was under way may or may not have happened.
 * Ask it of the error of one query only: a fault of ours has no SQLSTATE either.
 */
export function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined || state.startsWith('08') || state.startsWith('57P');
}

/** True when a query was given up because its answer did not come in time. */
export function isReadTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Query read timeout');
}

const notYet = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);
const pgCutOff = /^Connection terminated|timeout expired/;

/** True when Postgres does not take connections now but may soon: it is starting, restarting or full. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return notYet.has(code ?? '') || pgCutOff.test(message ?? '');
}

/** Why something failed, in the words of the error; Node leaves the message of a refused connection empty. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message) {
    return error.errors.map(reasonOf).join(', ');
  }
  return error instanceof Error ? error.message : String(error);
}
