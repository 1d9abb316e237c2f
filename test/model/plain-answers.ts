import { actions, day, type Action, type Request, type Service } from './operations.js';
import type { Held, PlainAccount } from './plain-account.js';
import type { Part } from './plain-lots.js';

/** What a request is answered: a code, or the figures of the reply. */
export type Answer = Readonly<Record<string, unknown>>;

type Of<K extends Request['kind']> = Extract<Request, { kind: K }>;

/** What each kind of request does to a plain account, and what it is answered. */
export const plainAnswers: {
  readonly [K in Request['kind']]: (account: PlainAccount, request: Of<K>) => Answer;
} = {
  open(account) {
    const opened = account.version === 0;
    if (opened) {
      account.lots.give(100, null, account.now);
      account.balance = 100;
      account.version = 2;
    }
    return { opened, ...account.figures() };
  },
  consume(account, request) {
    const price = priceOf(account, request);
    if ('code' in price) return price;
    const { cost, list } = price;
    const parts = account.lots.take(cost);
    account.balance -= cost;
    account.spent.push({ action: request.action, cost, parts, at: account.now, refunded: false });
    return { cost, listCost: list, ...account.happened() };
  },
  place(account, request) {
    const price = priceOf(account, request);
    if ('code' in price) return price;
    const { action, by } = request;
    const { cost: points, list } = price;
    const expires = account.now + request.lifetimeMs;
    const parts = account.lots.take(points);
    account.holds.push({ by, action, points, list, expires, parts, state: 'open' });
    const figures = account.happened();
    return { amount: points, listCost: list, expiresAt: expires, held: account.held, ...figures };
  },
  capture(account, request) {
    const hold = findHold(account, request);
    if ('code' in hold) return hold;
    const { action, list } = hold;
    const asked = request.amount ?? hold.points;
    if (asked > list) return { code: 'CAPTURE_EXCEEDS_HOLD' };
    const cost = hold.points === 0 ? 0 : asked;
    const parts: Part[] = [];
    const back: Part[] = [];
    let left = cost;
    for (const { lot, points } of hold.parts) {
      const here = Math.min(points, left);
      left -= here;
      if (here > 0) parts.push({ lot, points: here });
      if (points > here) back.push({ lot, points: points - here });
    }
    hold.state = 'captured';
    account.lots.giveBack(back, account.now, account.now);
    account.balance -= cost;
    account.spent.push({ action, cost, parts, at: account.now, refunded: false });
    return { cost, listCost: list, returned: hold.points - cost, ...account.happened() };
  },
  release(account, request) {
    const hold = findHold(account, request);
    if ('code' in hold) return hold;
    hold.state = 'released';
    account.lots.giveBack(hold.parts, account.now, account.now);
    return { returned: hold.points, ...account.happened() };
  },
  refund(account, { of, bySelf }) {
    const { now } = account;
    if (account.frozen && bySelf) return { code: 'ACCOUNT_FROZEN' };
    const spent = account.spent[of];
    if (!spent) return { code: 'ENTRY_NOT_FOUND' };
    if (spent.refunded) return { code: 'ALREADY_REFUNDED' };
    const { refundable } = actions[spent.action];
    if (!refundable || spent.cost === 0 || now - spent.at > 7 * day)
      return { code: 'REFUND_NOT_ELIGIBLE' };
    const recent = account.refundsBySelf.filter((at) => now - at < 30 * day);
    if (bySelf && recent.length >= 3) return { code: 'REFUND_REVIEW' };
    if (bySelf) account.refundsBySelf.push(now);
    spent.refunded = true;
    account.lots.giveBack(spent.parts, now, now);
    account.balance += spent.cost;
    return { amount: spent.cost, ...account.happened() };
  },
  grant(account, { amount, expiresAt }) {
    if (expiresAt !== null && expiresAt <= account.now) return { code: 'DATE_PASSED' };
    account.lots.give(amount, expiresAt, account.now);
    account.balance += amount;
    return account.happened();
  },
  correct(account, { amount }) {
    if (account.available + amount < 0) return { code: 'INSUFFICIENT_ENERGY' };
    if (amount > 0) account.lots.give(amount, null, account.now);
    else account.lots.take(-amount);
    account.balance += amount;
    return { amount, ...account.happened() };
  },
  start(account, { startsAt, endsAt: to }) {
    const from = startsAt ?? account.now;
    if (to <= Math.max(from, account.now)) return { code: 'DATE_PASSED' };
    const old = account.plan;
    const apart = old && (from > old.to || to < old.from);
    if (old && (apart || (from >= old.from && to <= old.to))) return { code: 'ALREADY_UNLIMITED' };
    const plan = old ? { from: Math.min(from, old.from), to: Math.max(to, old.to) } : { from, to };
    account.plan = plan;
    const { version } = account.happened();
    return { startsAt: plan.from, endsAt: plan.to, renewed: old !== null, version };
  },
  end(account) {
    if (!account.plan) return { code: 'NOT_UNLIMITED' };
    account.plan = null;
    return { endedAt: account.now, version: account.happened().version };
  },
  freeze(account) {
    if (account.frozen) return { code: 'ACCOUNT_FROZEN' };
    account.frozen = true;
    return { frozen: true, version: account.happened().version };
  },
  unfreeze(account) {
    if (!account.frozen) return { code: 'ACCOUNT_NOT_FROZEN' };
    account.frozen = false;
    return { frozen: false, version: account.happened().version };
  },
};

function priceOf(
  account: PlainAccount,
  { action, expected }: { action: Action; expected: number | null },
): { code: string } | { cost: number; list: number } {
  if (account.frozen) return { code: 'ACCOUNT_FROZEN' };
  const list = actions[action].costs[account.prices];
  const cost = account.free ? 0 : list;
  if (cost > 0 && expected !== null && expected !== cost) return { code: 'PRICE_CHANGED' };
  return cost > account.available ? { code: 'INSUFFICIENT_ENERGY' } : { cost, list };
}

function findHold(
  { holds }: PlainAccount,
  { hold: number, by }: { hold: number; by: Service },
): Held | { code: string } {
  const hold = holds[number];
  if (!hold || hold.by !== by) return { code: 'HOLD_NOT_FOUND' };
  if (hold.state === 'expired') return { code: 'HOLD_EXPIRED' };
  return hold.state === 'open' ? hold : { code: 'HOLD_ALREADY_SETTLED' };
}
