import type { LedgerState } from '#libs/contracts';
import { readAgreement, type DataSource, type OutboxAgreement } from '#libs/persistence';

/** How this Postgres was found to stand to the event stream since it started. */
export async function readLedgerState(dataSource: DataSource): Promise<LedgerState> {
  const [found]: OutboxAgreement[] = await dataSource.query(readAgreement.text);
  if (found) return found;
  const problem = 'Postgres has just started, and is being compared with the event stream.';
  return { state: 'not-compared', problem, epoch: null, agreedUpTo: null };
}
