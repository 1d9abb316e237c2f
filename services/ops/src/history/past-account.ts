import { energyEvents, type DataOf, type TracedEvent } from '#libs/contracts';
import { foldAccount, noAccount, type FoldedAccount } from '../books/fold-account.js';

type Type = (typeof energyEvents)[number]['type'];
type AnyData = { [T in Type]: DataOf<Extract<(typeof energyEvents)[number], { type: T }>> };
type Portions = readonly { readonly grantId: string; readonly amount: number }[];

export interface PastGrant {
  readonly source: string;
  readonly left: number;
  readonly expiresAt: string | null;
}

export interface PastHold {
  readonly action: string;
  readonly owner: string;
  readonly amount: number;
  readonly expiresAt: string;
}

/** An account as its events up to a moment add up. */
export interface PastAccount extends FoldedAccount {
  readonly frozen: boolean;
  readonly unlimitedUntil: string | null;
  /** By id; those with nothing left are there too, since points may come back to them. */
  readonly grants: ReadonlyMap<string, PastGrant>;
  /** By id, those that were open. */
  readonly holds: ReadonlyMap<string, PastHold>;
}

export const unopened: PastAccount = {
  ...noAccount,
  ...{ frozen: false, unlimitedUntil: null, grants: new Map(), holds: new Map() },
};

/** The account after one more event of the hub; after a fault it stays as it was. */
export function foldPast(before: PastAccount, event: TracedEvent): PastAccount {
  const figures = foldAccount(before, event);
  const after = { ...before, ...figures };
  if (figures.fault || figures.version === before.version) return after;
  // The figures were folded from these data, so that they are what their contract says.
  const change = changes[event.type as Type] as
    ((data: never, now: PastAccount) => Partial<PastAccount>) | undefined;
  return { ...after, ...change?.(event.data as never, after) };
}

const changes: { [T in Type]?: (data: AnyData[T], now: PastAccount) => Partial<PastAccount> } = {
  EnergyGranted: ({ grantId, source, amount, expiresAt }, { grants }) => ({
    grants: withGrant(grants, grantId, { source, left: amount, expiresAt }),
  }),
  EnergyConsumed: ({ grants: taken }, { grants }) => ({ grants: without(grants, taken) }),
  EnergyHoldPlaced: ({ holdId, grants: taken, ...hold }, { grants, holds }) => ({
    grants: without(grants, taken),
    holds: new Map(holds).set(holdId, holdOf(hold)),
  }),
  EnergyHoldCaptured: settled,
  EnergyHoldReleased: settled,
  EnergyHoldExpired: settled,
  EnergyRefunded: (data, { grants }) => ({ grants: withReturned(grants, data) }),
  EnergyExpired: ({ grantId, amount }, { grants }) => ({
    grants: without(grants, [{ grantId, amount }]),
  }),
  EnergyCorrected: ({ grantId, amount, grants: taken }, { grants }) => ({
    grants:
      grantId === null
        ? without(grants, taken)
        : withGrant(grants, grantId, { source: 'correction', left: amount, expiresAt: null }),
  }),
  SubscriptionStarted: ({ endsAt }) => ({ unlimitedUntil: endsAt }),
  SubscriptionRenewed: ({ endsAt }) => ({ unlimitedUntil: endsAt }),
  SubscriptionEnded: () => ({ unlimitedUntil: null }),
  AccountFrozen: () => ({ frozen: true }),
  AccountUnfrozen: () => ({ frozen: false }),
};

type Grants = PastAccount['grants'];
type Return = Pick<AnyData['EnergyRefunded'], 'returned' | 'regrant'>;

function settled(data: Return & { holdId: string }, { grants, holds }: PastAccount) {
  const open = new Map(holds);
  open.delete(data.holdId);
  return { grants: withReturned(grants, data), holds: open };
}

function holdOf({ action, owner, amount, expiresAt }: PastHold): PastHold {
  return { action, owner, amount, expiresAt };
}

function withGrant(grants: Grants, id: string, grant: PastGrant): Grants {
  return new Map(grants).set(id, grant);
}

function without(grants: Grants, taken: Portions): Grants {
  return moved(grants, taken, -1);
}

function withReturned(grants: Grants, { returned, regrant }: Return): Grants {
  const back = moved(grants, returned, 1);
  if (!regrant) return back;
  const { grantId, amount: left, expiresAt } = regrant;
  return withGrant(back, grantId, { source: 'came back', left, expiresAt });
}

function moved(grants: Grants, portions: Portions, sign: 1 | -1): Grants {
  const after = new Map(grants);
  for (const { grantId, amount } of portions) {
    const grant = after.get(grantId);
    if (grant) after.set(grantId, { ...grant, left: grant.left + sign * amount });
  }
  return after;
}
