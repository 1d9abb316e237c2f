import { randomUUID } from 'node:crypto';
import {
  consumeEnergy,
  getBalance,
  grantEnergy,
  openAccount,
  placeHold,
  type ActionId,
  type PhoenixError,
  type RequestInput,
} from '#libs/contracts';
import { newCaller, type Caller, type MessageClient } from '#libs/messaging';
import { TestStack, type TestPostgres } from '#libs/testing';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';

export interface Account {
  readonly userId: string;
  readonly caller: Caller;
}

interface Wanted {
  readonly hubs?: number;
  readonly books?: boolean;
  readonly postgres?: TestPostgres;
}

/** Two hubs on a real broker and database, and everybody who talks to them. */
export class HubStack {
  private constructor(
    readonly stack: TestStack,
    readonly website: MessageClient,
    readonly letters: MessageClient,
    readonly cv: MessageClient,
    readonly ops: MessageClient,
    readonly staff: Account,
  ) {}

  /** With `books` there is a projector as well, so that the independent checker has everything to compare. */
  static async start({ hubs = 2, books = false, postgres }: Wanted = {}): Promise<HubStack> {
    const stack = await TestStack.start(postgres);
    await (books ? stack.run('projector', projectorService) : stack.createStream());
    await Promise.all(Array.from({ length: hubs }, () => stack.run('hub', hubService)));
    const names = ['website', 'letters', 'cv', 'ops'] as const;
    const [website, letters, cv, ops] = await Promise.all(names.map((one) => stack.client(one)));
    return new HubStack(stack, website!, letters!, cv!, ops!, await stack.user({ staff: true }));
  }

  /** A user with an open account and its welcome points. */
  async account(): Promise<Account> {
    const user = await this.stack.user();
    await this.website.request(openAccount, {}, user.caller);
    return user;
  }

  consume({ caller }: Account, action: ActionId, key: string = randomUUID()) {
    return this.website.request(consumeEnergy, { action, idempotencyKey: key }, caller);
  }

  /** A hold that letters place for this user. */
  hold({ caller }: Account, more: Partial<RequestInput<typeof placeHold>> = {}) {
    const usual = { action: 'lettre_motivation' as const, lifetimeMs: 60_000 };
    const request = { ...usual, idempotencyKey: randomUUID(), ...more };
    return this.letters.request(placeHold, request, caller);
  }

  /** Points that staff give, until `expiresAt` if it is given. */
  grant({ userId }: Account, amount: number, expiresAt?: string) {
    return this.ops.request(
      grantEnergy,
      { ...this.asStaff(userId), amount, expiresAt },
      this.staff.caller,
    );
  }

  /** What every staff command says. */
  asStaff(onBehalfOf: string, reason = 'Une panne a fait perdre ces points.') {
    return { onBehalfOf, reasonCode: 'incident' as const, reason, idempotencyKey: randomUUID() };
  }

  balance({ caller }: Account) {
    return this.website.request(getBalance, {}, caller);
  }

  /** The service itself, without any user. */
  get nobody(): Caller {
    return newCaller();
  }

  /** What the hub told about a user, oldest first. */
  async told<Data = Record<string, unknown>>({ userId }: Account, type?: string) {
    const rows = await this.stack.database.query<Told<Data>>(
      `SELECT type, actor_id AS actor, correlation_id AS "correlationId", causation_id AS "causationId",
              data::jsonb AS data
       FROM hub.outbox WHERE subject_user_id = $1 AND ($2::text IS NULL OR type = $2) ORDER BY subject_version`,
      [userId, type ?? null],
    );
    return rows;
  }

  stop(): Promise<void> {
    return this.stack.stop();
  }
}

interface Told<Data> extends Record<string, unknown> {
  readonly type: string;
  readonly actor: string | null;
  readonly correlationId: string;
  readonly causationId: string;
  readonly data: Data;
}

/** The error that a request ends in; fails when it does not. */
export async function errorOf(asked: Promise<unknown>): Promise<PhoenixError> {
  return asked.then(
    (reply) => {
      throw new Error(`It was answered: ${JSON.stringify(reply)}`);
    },
    (error: PhoenixError) => error,
  );
}
