import { randomUUID } from 'node:crypto';
import {
  captureHold,
  consumeEnergy,
  correctEnergy,
  endUnlimited,
  freezeAccount,
  grantEnergy,
  placeHold,
  refundEnergy,
  releaseHold,
  startUnlimited,
  unfreezeAccount,
} from '#libs/contracts';
import type { Account, HubStack } from './hub-stack.js';
import type { RandomOperation } from './random-operations.js';

export interface PlacedHold {
  readonly holdId: string;
  readonly by: 'letters' | 'cv';
}

/** What the picks of an operation name; one that there never was where there is none yet. */
export interface Picked {
  readonly hold: PlacedHold;
  readonly entryId: string;
}

type Operation<K> = Extract<RandomOperation, { kind: K }>;
type Kind = Exclude<RandomOperation['kind'], 'again'>;
type Request = () => Promise<object>;

const patience = { timeoutMs: 20_000 };
const actionOf = { letters: 'lettre_motivation', cv: 'mirror_match' } as const;
const fromNow = (ms: number | null) =>
  ms === null ? undefined : new Date(Date.now() + ms).toISOString();

/** The request that stands for an operation: sent again, it is the same one, key and all. */
export function requestOf(
  hub: HubStack,
  operation: Exclude<RandomOperation, { kind: 'again' }>,
  account: Account,
  picked: Picked,
): Request {
  const request = requests[operation.kind] as (
    hub: HubStack,
    account: Account,
    picked: Picked,
    operation: RandomOperation,
  ) => Request;
  return request(hub, account, picked, operation);
}

const requests: {
  readonly [K in Kind]: (
    hub: HubStack,
    account: Account,
    picked: Picked,
    operation: Operation<K>,
  ) => Request;
} = {
  consume({ website }, { caller }, _, { action }) {
    const body = { action, idempotencyKey: randomUUID() };
    return () => website.request(consumeEnergy, body, caller, patience);
  },
  place(hub, { caller }, _, { by, lifetimeMs }) {
    const body = { action: actionOf[by], lifetimeMs, idempotencyKey: randomUUID() };
    return () => hub[by].request(placeHold, body, caller, patience);
  },
  capture(hub, { userId }, { hold: { holdId, by } }, { amount }) {
    const body = { userId, holdId, amount: amount ?? undefined, idempotencyKey: randomUUID() };
    return () => hub[by].request(captureHold, body, hub.nobody, patience);
  },
  release(hub, { userId }, { hold: { holdId, by } }) {
    const body = { userId, holdId, reason: 'failed' as const, idempotencyKey: randomUUID() };
    return () => hub[by].request(releaseHold, body, hub.nobody, patience);
  },
  refund(hub, { userId, caller }, { entryId }, { bySelf }) {
    const why = bySelf ? { idempotencyKey: randomUUID() } : hub.asStaff(userId);
    const body = { ...why, entryId };
    const who = bySelf ? caller : hub.staff.caller;
    return () => hub.website.request(refundEnergy, body, who, patience);
  },
  grant(hub, { userId }, _, { amount, lastsMs }) {
    const body = { ...hub.asStaff(userId), amount, expiresAt: fromNow(lastsMs) };
    return () => hub.ops.request(grantEnergy, body, hub.staff.caller, patience);
  },
  correct(hub, { userId }, _, { amount }) {
    const body = { ...hub.asStaff(userId), amount };
    return () => hub.ops.request(correctEnergy, body, hub.staff.caller, patience);
  },
  unlimited(hub, { userId }, _, { lastsMs }) {
    const body = { ...hub.asStaff(userId), endsAt: fromNow(lastsMs)! };
    return () => hub.ops.request(startUnlimited, body, hub.staff.caller, patience);
  },
  'end-unlimited'(hub, { userId }) {
    const body = hub.asStaff(userId);
    return () => hub.ops.request(endUnlimited, body, hub.staff.caller, patience);
  },
  freeze(hub, { userId }) {
    const body = hub.asStaff(userId);
    return () => hub.ops.request(freezeAccount, body, hub.staff.caller, patience);
  },
  unfreeze(hub, { userId }) {
    const body = hub.asStaff(userId);
    return () => hub.ops.request(unfreezeAccount, body, hub.staff.caller, patience);
  },
};
