import { energyConsumed, energyGranted, accountOpened, type DataOf } from '#libs/contracts';

/** Points given and not yet spent; spent by earliest expiry, then oldest. */
export interface Grant {
  readonly id: string;
  readonly remaining: number;
  readonly expiresAt: string | null;
  readonly grantedAt: string;
}

/** One user's energy, folded from its events. `version` 0: the account was never opened. */
export interface EnergyAccount {
  readonly userId: string;
  readonly version: number;
  readonly balance: number;
  readonly held: number;
  readonly grants: readonly Grant[];
}

interface Told<Contract, Data> {
  readonly contract: Contract;
  readonly data: Data;
  readonly occurredAt: string;
}

/** What can happen to an account. */
export type AccountEvent =
  | Told<typeof accountOpened, DataOf<typeof accountOpened>>
  | Told<typeof energyGranted, DataOf<typeof energyGranted>>
  | Told<typeof energyConsumed, DataOf<typeof energyConsumed>>;

export function noAccount(userId: string): EnergyAccount {
  return { userId, version: 0, balance: 0, held: 0, grants: [] };
}

/** What can be spent, in points. */
export function availableOf({ balance, held }: Pick<EnergyAccount, 'balance' | 'held'>): number {
  return balance - held;
}

/** The account after one more event. */
export function evolve(account: EnergyAccount, event: AccountEvent): EnergyAccount {
  const version = account.version + 1;
  switch (event.contract.type) {
    case 'AccountOpened':
      return { ...account, version };
    case 'EnergyGranted': {
      const { grantId, amount, expiresAt, balance, held } = event.data as DataOf<
        typeof energyGranted
      >;
      const grant = { id: grantId, remaining: amount, expiresAt, grantedAt: event.occurredAt };
      return { ...account, version, balance, held, grants: [...account.grants, grant] };
    }
    case 'EnergyConsumed': {
      const { grants, balance, held } = event.data as DataOf<typeof energyConsumed>;
      return { ...account, version, balance, held, grants: withoutTaken(account.grants, grants) };
    }
  }
}

/** Which grants cover a cost: earliest expiry first, then oldest. The account must hold enough. */
export function takeFrom(
  account: EnergyAccount,
  cost: number,
): { grantId: string; amount: number }[] {
  const taken: { grantId: string; amount: number }[] = [];
  let left = cost;
  for (const grant of [...account.grants].sort(spentFirst)) {
    const amount = Math.min(grant.remaining, left);
    if (amount > 0) taken.push({ grantId: grant.id, amount });
    left -= amount;
  }
  return taken;
}

function withoutTaken(
  grants: readonly Grant[],
  taken: readonly { grantId: string; amount: number }[],
): Grant[] {
  const amounts = new Map(taken.map(({ grantId, amount }) => [grantId, amount]));
  return grants.map((grant) => ({
    ...grant,
    remaining: grant.remaining - (amounts.get(grant.id) ?? 0),
  }));
}

const never = '9999';

function spentFirst(a: Grant, b: Grant): number {
  return (
    (a.expiresAt ?? never).localeCompare(b.expiresAt ?? never) ||
    a.grantedAt.localeCompare(b.grantedAt) ||
    a.id.localeCompare(b.id)
  );
}
