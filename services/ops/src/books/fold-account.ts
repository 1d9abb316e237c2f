import { changeOf } from './change-of-event.js';

/** What one side of the books says of an account: points and version. Version 0: there is no account. */
export interface Figures {
  readonly version: number;
  readonly balance: number;
  readonly held: number;
}

/** An account as its events add up, and the first thing in them that cannot be. */
export interface FoldedAccount extends Figures {
  readonly fault: string | null;
}

export interface AccountEvent {
  readonly type: string;
  readonly eventVersion: number;
  readonly subjectVersion: number;
  readonly data: unknown;
}

export const noAccount: FoldedAccount = { version: 0, balance: 0, held: 0, fault: null };

/**
 * The account after one more event, by the amounts that it tells; the resulting figures in the event are only compared
 * (R27). A version that was seen before is a duplicate (R2). After a fault the account stays as it was.
 */
export function foldAccount(account: FoldedAccount, event: AccountEvent): FoldedAccount {
  const { type, subjectVersion: version } = event;
  if (account.fault || version <= account.version) return account;
  const faulty = (what: string) => ({ ...account, fault: `${type}, version ${version}: ${what}` });
  if (version > account.version + 1)
    return faulty(`the version before it is ${account.version}, so the stream has a hole`);
  const change = changeOf(event);
  if (typeof change === 'string') return faulty(change);
  const after = {
    ...account,
    version,
    balance: account.balance + change.amount,
    held: account.held + (change.held ?? 0),
  };
  const { told } = change;
  if (told && (told.balance !== after.balance || told.held !== after.held)) {
    return faulty(
      `it tells balance ${told.balance} and held ${told.held}, the events before it and its amount give ${after.balance} and ${after.held}`,
    );
  }
  if (after.held < 0 || after.balance < after.held)
    return faulty(`it takes balance and held to ${after.balance} and ${after.held}`);
  return after;
}
