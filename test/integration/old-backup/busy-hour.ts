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
  verifyCv,
  verifyLetter,
  type Command,
  type RequestInput,
} from '#libs/contracts';
import type { Caller, MessageClient } from '#libs/messaging';
import { eventually } from '#libs/testing';
import type { Account, HubStack } from '../hub/hub-stack.js';

/** A keyed request as it was sent, and what it was answered: sent again, the answer is the same (R13). */
export interface Asked {
  readonly again: () => Promise<{ reply: unknown; replayed: boolean }>;
  readonly reply: unknown;
}

type Reply = Record<string, string & number>;

const text = 'Madame, Monsieur,\n\nJ’aime l’idée de travailler chez vous.\n\nCamille Roux';
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

/** What people and staff do on accounts, one after another; each step is remembered. */
export class BusyHour {
  readonly asked: Asked[] = [];

  constructor(private readonly hub: HubStack) {}

  /** Before the backup: an account with a consumption, a hold that stays open, and a letter. */
  async begin(): Promise<{ user: Account; entryId: string; holdId: string }> {
    const user = await this.hub.account();
    const { entryId } = await this.consume(user);
    const { holdId } = await this.place(user);
    await this.verify(user, verifyLetter);
    return { user, entryId: entryId!, holdId: holdId! };
  }

  /** After it: everything that can happen to an account, to one from before and to a new one. */
  async goOn({ user, entryId, holdId }: Awaited<ReturnType<BusyHour['begin']>>): Promise<void> {
    await this.letters(captureHold, { userId: user.userId, holdId, amount: 4 });
    await this.byUser(user, refundEnergy, { entryId });
    const newcomer = await this.hub.account();
    await this.verify(user, verifyLetter);
    await this.verify(newcomer, verifyCv);
    for (const one of [user, newcomer]) await this.everything(one);
    await untilNothingIsDue(this.hub);
  }

  private async everything(user: Account): Promise<void> {
    const { userId } = user;
    await this.byStaff(user, grantEnergy, { amount: 40 });
    await this.byStaff(user, grantEnergy, { amount: 3, expiresAt: soon(5_000) });
    await this.pointsOfAnExpiredGrant(user);
    await this.byStaff(user, correctEnergy, { amount: 9 });
    await this.byStaff(user, correctEnergy, { amount: -2 });
    const spent = await this.consume(user);
    await this.byStaff(user, refundEnergy, { entryId: spent.entryId });
    const own = await this.consume(user);
    await this.byUser(user, refundEnergy, { entryId: own.entryId });
    const released = await this.place(user);
    await this.letters(releaseHold, { userId, holdId: released.holdId, reason: 'failed' });
    const captured = await this.place(user);
    await this.letters(captureHold, { userId, holdId: captured.holdId });
    await this.place(user, 1_000);
    await this.byStaff(user, startUnlimited, { endsAt: soon(3_600_000) });
    await this.consume(user);
    await this.byStaff(user, startUnlimited, { endsAt: soon(7_200_000) });
    await this.byStaff(user, endUnlimited, {});
    await this.byStaff(user, startUnlimited, { startsAt: soon(60_000), endsAt: soon(3_600_000) });
    await this.byStaff(user, freezeAccount, {});
    await this.byStaff(user, unfreezeAccount, {});
    await this.place(user);
    await this.byStaff(user, freezeAccount, {});
  }

  /** They come back as a new grant (R12). */
  private async pointsOfAnExpiredGrant(user: Account): Promise<void> {
    const expiresAt = soon(3_000);
    await this.byStaff(user, grantEnergy, { amount: 2, expiresAt });
    const { holdId } = await this.place(user);
    await eventually(() => new Date().toISOString() > expiresAt);
    await this.letters(releaseHold, { userId: user.userId, holdId, reason: 'timed-out' });
  }

  consume(user: Account) {
    return this.byUser(user, consumeEnergy, { action: 'correction_ponctuelle' });
  }

  place({ caller }: Account, lifetimeMs = 600_000) {
    const body = { action: 'lettre_motivation', lifetimeMs };
    return this.ask(this.hub.letters, placeHold, body, caller);
  }

  /** Not remembered: which documents were delivered is in tables of their own, which no event brings back. */
  private verify({ caller }: Account, contract: typeof verifyLetter | typeof verifyCv) {
    return this.hub.website.request(contract, { text, idempotencyKey: randomUUID() }, caller);
  }

  private letters(contract: Command, body: object) {
    return this.ask(this.hub.letters, contract, body, this.hub.nobody);
  }

  private byUser({ caller }: Account, contract: Command, body: object) {
    return this.ask(this.hub.website, contract, body, caller);
  }

  private byStaff({ userId }: Account, contract: Command, body: object) {
    const request = { ...this.hub.asStaff(userId), ...body };
    return this.ask(this.hub.ops, contract, request, this.hub.staff.caller);
  }

  private async ask(
    client: MessageClient,
    contract: Command,
    body: object,
    caller: Caller,
  ): Promise<Reply> {
    const request = { idempotencyKey: randomUUID(), ...body } as RequestInput<Command>;
    const again = () => client.exchange(contract, request, caller);
    const { reply } = await again();
    this.asked.push({ again, reply });
    return reply as Reply;
  }
}

/** Nothing is due any more, and nothing will be within the test. */
export async function untilNothingIsDue({ stack }: HubStack): Promise<void> {
  const due = `SELECT count(*)::int AS due FROM hub.accounts WHERE next_due_at < now() + interval '20 s'`;
  await eventually(
    () => stack.database.query<{ due: number }>(due),
    ([row]) => row!.due === 0,
  );
}
