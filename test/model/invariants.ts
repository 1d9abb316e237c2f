import { availableOf, evolve, noAccount } from '../../services/hub/src/energy/energy-account.js';
import type { EnergyAccount } from '../../services/hub/src/energy/energy-account.js';
import type { PureLedger } from './pure-ledger.js';
import type { PlainAccount } from './plain-account.js';

/** What is wrong with the ledger by itself, or against the model; empty when nothing is. */
export function faultsOf(ledger: PureLedger, model: PlainAccount): string[] {
  const { account, rows } = ledger;
  const { balance, held, grants, holds } = account;
  const available = availableOf(account);
  const last = rows.entries.at(-1);
  const claims: [claim: string, holds: boolean][] = [
    ['available is never negative', available >= 0],
    ['balance, held and version are those of the model', sameFigures(account, model)],
    ['what is held is what open holds hold', held === sum(holds.map(({ amount }) => amount))],
    ['a hold pins as many points as it holds', holds.every(pinsItsAmount)],
    [
      'available is what is left of the grants',
      available === sum(grants.map(({ remaining }) => remaining)),
    ],
    ['the entries add up to the balance', rows.posted === balance],
    ['the last entry tells the balance', !last || last.balance === balance],
    ['the grants are those of the model', same(lotsOf(account), modelLots(model))],
    ['the holds are those of the model', same(holdsOf(account), modelHolds(model))],
    ['frozen and unlimited are those of the model', sameState(account, model)],
    ['there are as many events as versions', ledger.events.length === account.version],
  ];
  return claims.filter(([, right]) => !right).map(([claim]) => claim);
}

/** The account folded from all its events, compared with the rows: same state, whatever way it is reached (R5). */
export function replayDiffers({ account, events, rows }: PureLedger): boolean {
  const paid = rows.entries.filter(({ kind }) => kind === 'consume' || kind === 'capture');
  let folded = noAccount(account.userId);
  for (const event of events) {
    // A fold holds no consumptions: the one that is refunded is read from its entry, as the hub does.
    const of = event.type === 'EnergyRefunded' && event.data.refundOf;
    const entry = paid.find(({ id }) => id === of);
    const consumptions = entry
      ? rows.load({ entryId: entry.id, holdId: '' }).consumptions
      : new Map();
    folded = evolve({ ...folded, consumptions }, event);
  }
  const { balance, held, version, frozen, unlimited } = folded;
  return (
    !same({ balance, held, version, frozen, unlimited }, pick(account)) ||
    !same(lotsOf(folded), lotsOf(account)) ||
    !same(holdsOf(folded), holdsOf(account))
  );
}

function pick({ balance, held, version, frozen, unlimited }: EnergyAccount) {
  return { balance, held, version, frozen, unlimited };
}

function sameFigures(account: EnergyAccount, model: PlainAccount): boolean {
  return (
    account.balance === model.balance &&
    account.held === model.held &&
    account.version === model.version
  );
}

function sameState({ frozen, unlimited }: EnergyAccount, model: PlainAccount): boolean {
  const plan = unlimited && {
    from: Date.parse(unlimited.startsAt),
    to: Date.parse(unlimited.endsAt),
  };
  return frozen === model.frozen && same(plan, model.plan);
}

function pinsItsAmount({ amount, grants }: EnergyAccount['holds'][number]): boolean {
  return amount === sum(grants.map((portion) => portion.amount));
}

function lotsOf({ grants }: EnergyAccount): string[] {
  return grants.map(({ remaining, expiresAt }) => `${remaining} until ${expiresAt}`).sort();
}

function modelLots({ lots }: PlainAccount): string[] {
  return lots.all
    .filter(({ left }) => left > 0)
    .map(({ left, expires }) => `${left} until ${expires === null ? null : iso(expires)}`)
    .sort();
}

function holdsOf({ holds }: EnergyAccount): string[] {
  return holds
    .map(({ amount, listCost, expiresAt }) => `${amount} of ${listCost} until ${expiresAt}`)
    .sort();
}

function modelHolds({ openHolds }: PlainAccount): string[] {
  return openHolds
    .map(({ points, list, expires }) => `${points} of ${list} until ${iso(expires)}`)
    .sort();
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
