import { randomUUID } from 'node:crypto';
import {
  correctEnergy,
  endUnlimited,
  freezeAccount,
  grantEnergy,
  refundEnergy,
  startUnlimited,
  unfreezeAccount,
  type Command,
  type ReasonCode,
  type ReplyOf,
  type RequestInput,
} from '#libs/contracts';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { staffCaller } from './staff-caller.js';

/** On whose account, and why: a code for the event, words for the hub's own table. */
export interface StaffOptions {
  readonly user: string;
  readonly code: ReasonCode;
  readonly reason: string;
}

export function grant(ops: Ops, options: StaffOptions & { amount: number; until?: string }) {
  const { amount, until: expiresAt } = options;
  const request = { ...staffRequest(options), amount, expiresAt };
  return act(ops, grantEnergy, request, ({ balance }) => `${amount} points given.${now(balance)}`);
}

export function correct(ops: Ops, options: StaffOptions & { amount: number }) {
  const { amount } = options;
  const request = { ...staffRequest(options), amount };
  return act(
    ops,
    correctEnergy,
    request,
    ({ balance }) => `Corrected by ${amount} points.${now(balance)}`,
  );
}

export function refund(ops: Ops, options: StaffOptions & { entry: string }) {
  const request = { ...staffRequest(options), entryId: options.entry };
  return act(
    ops,
    refundEnergy,
    request,
    ({ amount, balance }) => `${amount} points refunded.${now(balance)}`,
  );
}

export function unlimited(ops: Ops, options: StaffOptions & { from?: string; until: string }) {
  const { from: startsAt, until: endsAt } = options;
  const request = { ...staffRequest(options), startsAt, endsAt };
  return act(
    ops,
    startUnlimited,
    request,
    (period) => `Every action is free from ${period.startsAt} until ${period.endsAt}.`,
  );
}

export function limited(ops: Ops, options: StaffOptions) {
  return act(ops, endUnlimited, staffRequest(options), () => 'The unlimited period has ended.');
}

export function freeze(ops: Ops, options: StaffOptions) {
  return act(ops, freezeAccount, staffRequest(options), () => 'The account spends nothing now.');
}

export function unfreeze(ops: Ops, options: StaffOptions) {
  return act(ops, unfreezeAccount, staffRequest(options), () => 'The account may spend again.');
}

function staffRequest({ user: onBehalfOf, code: reasonCode, reason }: StaffOptions) {
  return { onBehalfOf, reasonCode, reason, idempotencyKey: randomUUID() };
}

function now(balance: number): string {
  return ` The balance is ${balance}.`;
}

async function act<C extends Command>(
  ops: Ops,
  contract: C,
  request: RequestInput<C>,
  sentence: (reply: ReplyOf<C>) => string,
): Promise<Well> {
  const caller = await staffCaller(ops);
  const reply = await withHouse(ops, ({ client }) => client.request(contract, request, caller));
  if (ops.json) ops.terminal.printJson(reply);
  else ops.terminal.print(sentence(reply as ReplyOf<C>));
  return true;
}
