import type { ActionId } from '#libs/contracts';
import type { AccountEvent, EventOfType } from './event-of-account.js';
import { withoutTaken, withReturned, type Grant, type Portion } from './grants-of-account.js';
import { holdPlacedOn, type OpenHold, type SettledHold } from './hold-of-account.js';

/** From when until when every action is free. */
export interface Period {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** An action that was paid for, with the grants that its points came from. */
export interface Consumption {
  readonly entryId: string;
  readonly action: ActionId;
  readonly cost: number;
  readonly grants: readonly Portion[];
  readonly at: string;
  readonly refunded: boolean;
}

/** One user's energy, folded from its events. `version` 0: the account was never opened. */
export interface EnergyAccount {
  readonly userId: string;
  readonly version: number;
  readonly balance: number;
  readonly held: number;
  readonly frozen: boolean;
  readonly unlimited: Period | null;
  /** Those with points left. */
  readonly grants: readonly Grant[];
  readonly holds: readonly OpenHold[];
  /** Only those that a decision asked for; the account itself would grow for ever. */
  readonly consumptions: ReadonlyMap<string, Consumption>;
  /** Only those that a decision asked for, and those settled since. */
  readonly settledHolds: ReadonlyMap<string, SettledHold>;
  /** When the user asked back points by oneself, in the last 30 days at least. */
  readonly selfRefundsAt: readonly string[];
  readonly lastAt: string | null;
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

export function noAccount(userId: string): EnergyAccount {
  return {
    userId,
    version: 0,
    balance: 0,
    held: 0,
    frozen: false,
    unlimited: null,
    grants: [],
    holds: [],
    consumptions: none,
    settledHolds: none,
    selfRefundsAt: [],
    lastAt: null,
  };
}

/** What can be spent, in points. */
export function availableOf({ balance, held }: Pick<EnergyAccount, 'balance' | 'held'>): number {
  return balance - held;
}

/** True while every action of the account is free. */
export function isUnlimited({ unlimited }: Pick<EnergyAccount, 'unlimited'>, now: string): boolean {
  return unlimited !== null && unlimited.startsAt <= now && now < unlimited.endsAt;
}

/** What the account's own row says after an event; grants and holds are rows of their own. */
export function figuresAfter(before: EnergyAccount, event: AccountEvent): EnergyAccount {
  const { type, data, occurredAt } = event;
  const { balance, held } = 'balance' in data ? data : before;
  const after = { ...before, balance, held, version: before.version + 1, lastAt: occurredAt };
  switch (type) {
    case 'SubscriptionStarted':
    case 'SubscriptionRenewed':
      return { ...after, unlimited: { startsAt: data.startsAt, endsAt: data.endsAt } };
    case 'SubscriptionEnded':
      return { ...after, unlimited: null };
    case 'AccountFrozen':
      return { ...after, frozen: true };
    case 'AccountUnfrozen':
      return { ...after, frozen: false };
    default:
      return after;
  }
}

/** The account after one more event. */
export function evolve(before: EnergyAccount, event: AccountEvent): EnergyAccount {
  const account = figuresAfter(before, event);
  const { occurredAt } = event;
  switch (event.type) {
    case 'EnergyGranted':
      return { ...account, grants: [...account.grants, grantOf(event.data, occurredAt)] };
    case 'EnergyConsumed':
      return { ...account, grants: withoutTaken(account.grants, event.data.grants) };
    case 'EnergyHoldPlaced': {
      const hold = holdPlacedOn(account.grants, event);
      const grants = withoutTaken(account.grants, event.data.grants);
      return { ...account, grants, holds: [...account.holds, hold] };
    }
    case 'EnergyHoldCaptured':
      return evolveSettled(account, event, 'captured');
    case 'EnergyHoldReleased':
      return evolveSettled(account, event, 'released');
    case 'EnergyHoldExpired':
      return evolveSettled(account, event, 'expired');
    case 'EnergyRefunded':
      return evolveRefunded(account, event);
    case 'EnergyExpired':
      return { ...account, grants: account.grants.filter(({ id }) => id !== event.data.grantId) };
    case 'EnergyCorrected': {
      const { grantId, amount, grants } = event.data;
      if (grantId === null) return { ...account, grants: withoutTaken(account.grants, grants) };
      const grant = grantOf({ grantId, amount, expiresAt: null }, occurredAt);
      return { ...account, grants: [...account.grants, grant] };
    }
    case 'AccountOpened':
    case 'SubscriptionStarted':
    case 'SubscriptionRenewed':
    case 'SubscriptionEnded':
    case 'AccountFrozen':
    case 'AccountUnfrozen':
      return account;
  }
}

type Settlement = 'EnergyHoldCaptured' | 'EnergyHoldReleased' | 'EnergyHoldExpired';

function evolveSettled(
  account: EnergyAccount,
  { data, occurredAt: at }: EventOfType<Settlement>,
  state: SettledHold['state'],
): EnergyAccount {
  const hold = account.holds.find(({ id }) => id === data.holdId)!;
  const { id, owner } = hold;
  return {
    ...account,
    grants: afterReturn(account.grants, hold.grants, data, at),
    holds: account.holds.filter((one) => one !== hold),
    settledHolds: new Map(account.settledHolds).set(id, { id, owner, state, at }),
  };
}

function evolveRefunded(
  account: EnergyAccount,
  { data, occurredAt }: EventOfType<'EnergyRefunded'>,
): EnergyAccount {
  const consumption = account.consumptions.get(data.refundOf)!;
  const refunded = { ...consumption, refunded: true };
  const { selfRefundsAt } = account;
  return {
    ...account,
    grants: afterReturn(account.grants, consumption.grants, data, occurredAt),
    consumptions: new Map(account.consumptions).set(data.refundOf, refunded),
    selfRefundsAt: data.bySelf ? [...selfRefundsAt, occurredAt] : selfRefundsAt,
  };
}

type Return = Pick<EventOfType<Settlement | 'EnergyRefunded'>['data'], 'returned' | 'regrant'>;

function afterReturn(
  grants: readonly Grant[],
  from: readonly Portion[],
  { returned, regrant }: Return,
  at: string,
): Grant[] {
  const portions = returned.map(({ grantId, amount }) => {
    const portion = from.find((one) => one.grantId === grantId)!;
    return { ...portion, amount };
  });
  return withReturned(grants, portions, regrant ? [grantOf(regrant, at)] : []);
}

function grantOf(
  given: { readonly grantId: string; readonly amount: number; readonly expiresAt: string | null },
  grantedAt: string,
): Grant {
  const { grantId: id, amount: remaining, expiresAt } = given;
  return { id, remaining, expiresAt, grantedAt };
}
