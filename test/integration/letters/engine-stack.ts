import {
  agreeToProvider,
  getLetter,
  listLetters,
  type Command,
  type ReplyOf,
  type RequestInput,
  type StreamedReply,
} from '#libs/contracts';
import { TestGemini } from '#libs/testing';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { HubStack, type Account } from '../hub/hub-stack.js';

interface Told extends Record<string, unknown> {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** What is asked of letters and answered with what was made. */
export type Work = Command | StreamedReply;

/** Longer than any request, so that a machine that stands still ends none. */
const timeoutMs = 70_000;

/** Letters with the engine of the house, or with a stand-in of Gemini; a real hub, broker and database. */
export class EngineStack {
  private constructor(
    readonly hub: HubStack,
    readonly gemini: TestGemini,
  ) {}

  /** With `books` there is a projector as well; without `letters`, the test starts them where it wants them. */
  static async start(
    engine: 'local' | 'google',
    { books = false, letters = true } = {},
  ): Promise<EngineStack> {
    const gemini = await TestGemini.start();
    const hub = await HubStack.start({ hubs: 1, books });
    const more = engine === 'local' ? {} : gemini.environment;
    if (letters) await hub.stack.run('letters', lettersService, more);
    return new EngineStack(hub, gemini);
  }

  /** A user with an account who has agreed that texts go to the provider. */
  async agreed(): Promise<Account> {
    const user = await this.hub.account();
    await this.hub.website.request(agreeToProvider, { provider: 'google' }, user.caller);
    return user;
  }

  /** The reply; of a stream, its end. */
  async ask<C extends Work>(
    contract: C,
    { caller }: Account,
    body: RequestInput<C>,
  ): Promise<ReplyOf<C>> {
    const { website } = this.hub;
    if (contract.kind === 'command')
      return (await website.request(contract, body as never, caller, { timeoutMs })) as ReplyOf<C>;
    const stream = website.stream(contract, body as never, caller, { timeoutMs });
    for await (const _part of stream);
    return stream.end as Promise<ReplyOf<C>>;
  }

  read({ caller }: Account, letterId: string) {
    return this.hub.website.request(getLetter, { letterId }, caller);
  }

  async list({ caller }: Account) {
    return (await this.hub.website.request(listLetters, {}, caller)).letters;
  }

  /** What letters told of work for a user, oldest first. */
  async told({ userId }: Account): Promise<Told[]> {
    const rows = await this.hub.stack.database.query<Told>(
      `SELECT type, data::jsonb AS data FROM letters.outbox WHERE subject_user_id = $1 ORDER BY subject_version`,
      [userId],
    );
    return rows.filter(({ type }) => type !== 'ProviderAgreed');
  }

  /** What became of a user's energy after the account was opened: the types of what the hub told about it. */
  async moved(user: Account): Promise<string[]> {
    const told = await this.hub.told(user);
    return told.map(({ type }) => type).filter((type) => !opening.has(type));
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    await this.gemini.stop();
  }
}

const opening = new Set(['AccountOpened', 'EnergyGranted']);
