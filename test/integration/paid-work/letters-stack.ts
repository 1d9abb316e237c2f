import { randomUUID } from 'node:crypto';
import {
  formatLetter,
  getLetter,
  listLetters,
  type PhoenixError,
  type RequestInput,
} from '#libs/contracts';
import { eventually } from '#libs/testing';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { HubStack, type Account } from '../hub/hub-stack.js';

type FormatRequest = RequestInput<typeof formatLetter>;

export const letter = (words = 'j’aimerais travailler chez vous') =>
  `Madame, Monsieur,\n\nBonne nouvelle: ${words}.\n\nCordialement,\n\nCamille Roux`;

/** Letters on real hubs, a real broker and a real database, and whoever asks them for work. */
export class LettersStack {
  private constructor(readonly hub: HubStack) {}

  static async start({ letters = 2, hubs = 1, books = false } = {}): Promise<LettersStack> {
    const hub = await HubStack.start({ hubs, books });
    await Promise.all(
      Array.from({ length: letters }, () => hub.stack.run('letters', lettersService)),
    );
    return new LettersStack(hub);
  }

  body(more: Partial<FormatRequest> = {}): FormatRequest {
    return { text: letter(), idempotencyKey: randomUUID(), ...more };
  }

  format({ caller }: Account, body: FormatRequest, timeoutMs = 20_000) {
    return this.hub.website.exchange(formatLetter, body, caller, { timeoutMs });
  }

  /** Asks under this key until it is done: the page does the same after an error. */
  async untilDone(user: Account, body: FormatRequest) {
    const done = await eventually(
      () => this.format(user, body).catch((error: PhoenixError) => error.code),
      (answer) => typeof answer === 'object',
      60_000,
    );
    if (typeof done === 'string') throw new Error(done);
    return done;
  }

  async letters({ caller }: Account) {
    return (await this.hub.website.request(listLetters, {}, caller)).letters;
  }

  read({ caller }: Account, letterId: string, version?: number) {
    return this.hub.website.request(getLetter, { letterId, version }, caller);
  }

  /** The types of what letters told about a user, oldest first. */
  async told({ userId }: Account): Promise<string[]> {
    const rows = await this.hub.stack.database.query<{ type: string }>(
      'SELECT type FROM letters.outbox WHERE subject_user_id = $1 ORDER BY subject_version',
      [userId],
    );
    return rows.map(({ type }) => type);
  }

  /** Why holds of a user were given back. */
  async givenBack(user: Account): Promise<string[]> {
    const told = await this.hub.told<{ reason: string }>(user, 'EnergyHoldReleased');
    return told.map(({ data }) => data.reason);
  }

  stop(): Promise<void> {
    return this.hub.stop();
  }
}
