import { energyEvents, type DataOf, type EventContract } from '#libs/contracts';

type EnergyEvent = (typeof energyEvents)[number];
type Type = EnergyEvent['type'];

/** What one event does to an account, by the amounts that it tells, in signed points. */
export interface Change {
  readonly amount: number;
  readonly held?: number;
  /** The resulting figures as the event tells them. */
  readonly told?: { readonly balance: number; readonly held: number };
}

interface Returned {
  readonly returned: readonly { readonly amount: number }[];
  readonly regrant: { readonly amount: number } | null;
}

const came = ({ returned, regrant }: Returned) =>
  returned.reduce((sum, { amount }) => sum + amount, regrant?.amount ?? 0);
const nothing = () => ({ amount: 0 });

const changes: {
  readonly [T in Type]: (data: DataOf<Extract<EnergyEvent, { type: T }>>) => Omit<Change, 'told'>;
} = {
  AccountOpened: nothing,
  EnergyGranted: ({ amount }) => ({ amount }),
  EnergyConsumed: ({ cost }) => ({ amount: -cost }),
  EnergyHoldPlaced: ({ amount }) => ({ amount: 0, held: amount }),
  EnergyHoldCaptured: (data) => ({ amount: -data.cost, held: -data.cost - came(data) }),
  EnergyHoldReleased: (data) => ({ amount: 0, held: -came(data) }),
  EnergyHoldExpired: (data) => ({ amount: 0, held: -came(data) }),
  EnergyRefunded: (data) => ({ amount: came(data) }),
  EnergyExpired: ({ amount }) => ({ amount: -amount }),
  EnergyCorrected: ({ amount }) => ({ amount }),
  SubscriptionStarted: nothing,
  SubscriptionRenewed: nothing,
  SubscriptionEnded: nothing,
  AccountFrozen: nothing,
  AccountUnfrozen: nothing,
};

/** Reads what an event does; a sentence when it cannot be read. */
export function changeOf(event: {
  readonly type: string;
  readonly eventVersion: number;
  readonly data: unknown;
}): Change | string {
  const contract: EventContract | undefined = energyEvents.find(({ type }) => type === event.type);
  if (!contract) return 'this command does not know what it does to an account';
  if (event.eventVersion !== contract.version)
    return `this command knows the form ${contract.version} of it, not ${event.eventVersion}`;
  const parsed = contract.data.safeParse(event.data);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'data');
    return `its data break the contract (${fields.join(', ')})`;
  }
  const data = parsed.data as never;
  const change = changes[contract.type as Type](data);
  return 'balance' in contract.data.shape ? { ...change, told: data } : change;
}
