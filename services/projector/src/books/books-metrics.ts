import { counter, gauge } from '#libs/telemetry';

/** The figures of the replica that compares the books; the others have none. */
export const booksMetrics = {
  compared: counter(
    'phoenix_books_accounts_compared_total',
    'Accounts compared in ledger, stream and read model because they had moved, or differed before',
  ),
  skipped: counter(
    'phoenix_books_accounts_skipped_total',
    'Accounts that moved and were not compared, because too many did at once',
  ),
  differing: gauge(
    'phoenix_books_differing_accounts',
    'Accounts whose ledger, stream and read model differed at one version when last compared',
  ),
  unsettled: gauge(
    'phoenix_books_unsettled_accounts',
    'Accounts that could not be compared at one version within ten seconds; they are compared again',
  ),
  lastRun: gauge(
    'phoenix_books_last_run_timestamp_seconds',
    'When the books were last compared, in seconds since 1970',
  ),
};

/** Another replica compares the books now, or nobody. */
export function forgetBooks(): void {
  for (const figure of [booksMetrics.differing, booksMetrics.unsettled, booksMetrics.lastRun])
    figure.remove();
}
