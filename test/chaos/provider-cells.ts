import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  agreeToProvider,
  listLetters,
  PhoenixError,
  writeLetter,
  type AiFailureReason,
  type ReplyOf,
} from '#libs/contracts';
import { answers, eventually, type GeminiMove, type TestGemini } from '#libs/testing';
import type { Account, HubStack } from '../integration/hub/hub-stack.js';
import { letterAnswer } from '../integration/letters/provider-answers.js';
import { askedLetter, letterBody, wholeLetter } from '../integration/letters/told-letter.js';
import { waysOfFailing } from '../integration/letters/ways-of-failing.js';

/** One user whose letter meets one way of failing of the provider. */
export interface Cell {
  readonly way: string;
  readonly reason: AiFailureReason;
  readonly user: Account;
  readonly body: ReturnType<typeof letterBody> & { readonly company: string };
  /** What the provider does with this letter now. */
  move: GeminiMove;
  /** What this user was told each time that the provider failed. */
  readonly failures: Failure[];
  takesDraft: boolean;
}

interface Failure {
  readonly reason: AiFailureReason;
  readonly offered: boolean;
}

/** What became of one letter. */
interface Outcome {
  readonly way: string;
  readonly failures: readonly Failure[];
  readonly engine: string;
  readonly captured: number;
  readonly balance: number;
  readonly held: number;
  readonly openHolds: number;
  readonly letters: number;
  readonly events: number;
  readonly sameAgain: boolean;
}

type Written = ReplyOf<typeof writeLetter>;

interface Wanted {
  readonly ways?: typeof waysOfFailing;
  /** Who takes the free draft is decided by it; without it, everybody asks again. */
  readonly random?: () => number;
  /** The provider answers nobody before. */
  readonly gate?: Promise<void>;
}

/** A letter for each way of failing, all asked for at once; each is asked for until it is there, as the page does. */
export class ProviderCells {
  private constructor(
    private readonly hub: HubStack,
    private readonly cells: readonly Cell[],
    private readonly random: () => number,
  ) {}

  /** Needs letters that answer. */
  static async open(
    hub: HubStack,
    gemini: TestGemini,
    { ways = waysOfFailing, random = () => 1, gate }: Wanted = {},
  ): Promise<ProviderCells> {
    const cells = await Promise.all(
      ways.map(async ([way, move, reason]) => ({
        ...{ way, reason, user: await hub.account(), failures: [], takesDraft: false },
        move: gate ? afterwards(gate, move) : move,
        body: { ...letterBody(), company: `Maison ${randomUUID()}` },
      })),
    );
    for (const { user } of cells)
      await hub.website.request(agreeToProvider, { provider: 'google' }, user.caller);
    gemini.always(({ messages }) => {
      const asked = JSON.stringify(messages);
      return cells.find(({ body }) => asked.includes(body.company))!.move;
    });
    return new ProviderCells(hub, cells, random);
  }

  get userIds(): readonly string[] {
    return this.cells.map(({ user }) => user.userId);
  }

  /** How often each user was told that the provider failed. */
  get timesTold(): readonly number[] {
    return this.cells.map(({ failures }) => failures.length);
  }

  /** Asks for all of them, until each is there or nobody answers any more. */
  async ask(gone: AbortSignal): Promise<void> {
    await Promise.all(
      this.cells.map(async (cell) => {
        for (;;) {
          const failed = await this.once(cell, gone).then(
            () => null,
            (error: unknown) => error,
          );
          if (!isFailure(failed)) return;
          this.onFailure(cell, failed);
        }
      }),
    );
  }

  /** Asks for each until it is there; the answer is what became of it. */
  finish(): Promise<Outcome[]> {
    return Promise.all(this.cells.map((cell) => this.finishOne(cell)));
  }

  /** What must have become of each: told why, a draft offered each time, one letter, paid once or given free. */
  get promised(): Outcome[] {
    return this.cells.map(({ way, reason, failures, takesDraft }) => ({
      ...{ way, failures: failures.map(() => ({ reason, offered: true })) },
      engine: takesDraft ? 'local' : 'google',
      ...{ captured: takesDraft ? 0 : 1, balance: takesDraft ? 100 : 85 },
      ...{ held: 0, openHolds: 0, letters: 1, events: 1, sameAgain: true },
    }));
  }

  /** From now on the provider fails each in its way, at once. */
  startFailing(): void {
    for (const [n, cell] of this.cells.entries()) cell.move = waysOfFailing[n]![1];
  }

  private async finishOne(cell: Cell): Promise<Outcome> {
    const attempt = () =>
      this.once(cell).catch((error: unknown) => {
        if (isFailure(error)) this.onFailure(cell, error);
        return null;
      });
    const done = (await eventually(attempt, (reply) => reply !== null, 90_000))!;
    const again = await this.once(cell);
    const { way, failures, user } = cell;
    const types = (await this.hub.told(user)).map(({ type }) => type);
    const count = (wanted: string) => types.filter((type) => type === wanted).length;
    const captured = count('EnergyHoldCaptured');
    const { balance, held } = await this.hub.balance(user);
    const { letters } = await this.hub.website.request(listLetters, {}, user.caller);
    const events = await this.hub.stack.database.query(
      `SELECT FROM letters.outbox WHERE subject_user_id = $1 AND type = 'LetterGenerated'`,
      [user.userId],
    );
    return {
      ...{ way, failures, engine: done.engine, captured, balance, held },
      openHolds: count('EnergyHoldPlaced') - captured - count('EnergyHoldReleased'),
      ...{ letters: letters.length, events: events.length },
      sameAgain: isDeepStrictEqual(again, done),
    };
  }

  private async once({ user, body, takesDraft }: Cell, gone?: AbortSignal): Promise<Written> {
    const asked = takesDraft ? { ...body, freeDraft: true } : body;
    const waiting = gone ? { signal: gone } : {};
    const { end } = await wholeLetter(askedLetter(this.hub.website, user, asked, waiting));
    return end;
  }

  /** One half of them take the draft; for the others the provider is well again. */
  private onFailure(cell: Cell, { details }: PhoenixError<'AI_UNAVAILABLE'>): void {
    const { reason, freeDraftUntil } = details;
    cell.failures.push({ reason, offered: freeDraftUntil !== undefined });
    if (this.random() < 0.5) cell.takesDraft = true;
    else cell.move = answers(letterAnswer);
  }
}

function isFailure(error: unknown): error is PhoenixError<'AI_UNAVAILABLE'> {
  return error instanceof PhoenixError && error.is('AI_UNAVAILABLE');
}

function afterwards(gate: Promise<void>, move: GeminiMove): GeminiMove {
  return (request, response) => void gate.then(() => move(request, response));
}
