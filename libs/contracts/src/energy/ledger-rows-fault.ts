import type { ReplyOf } from '../define.js';
import type { listAccounts } from './list-accounts.js';

type Account = ReplyOf<typeof listAccounts>['accounts'][number];
type Sums = Pick<Account, 'balance' | 'held' | 'posted' | 'reserved' | 'unspent'>;

/** What in the ledger is not the sum of its own rows; they are read in one snapshot, so no traffic explains it (R27). */
export function ledgerRowsFault(account: Sums): string | undefined {
  const { balance, held, posted, reserved, unspent } = account;
  if (posted !== balance)
    return `the ledger’s balance is ${balance}, and its entries add up to ${posted}`;
  if (reserved !== held) return `the ledger holds ${held}, and its open holds reserve ${reserved}`;
  if (unspent === balance - held) return undefined;
  return `the ledger has ${balance - held} available, and ${unspent} are left of its grants`;
}
