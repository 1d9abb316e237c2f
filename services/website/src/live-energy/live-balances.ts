import { HttpException, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { getBalance, getCatalogue } from '#libs/contracts';
import { EventHints, MessageClient, newCaller, TokenVerifier, type Caller } from '#libs/messaging';
import type { AskingUser } from '../identity/asking.js';
import { Bell } from './bell.js';
import { liveBalance, type LiveBalance } from './live-balance.js';

interface Watcher {
  readonly userId: string;
  readonly token: string | undefined;
  readonly bell: Bell;
}

/** Open pages of one user on one instance of the website. */
const mostPerUser = 8;
const lookAroundEveryMs = 1_000;
const patienceMs = 2_000;

/** Every balance that somebody watches through this instance. All end when it shuts down. */
@Injectable()
export class LiveBalances implements OnModuleDestroy {
  private readonly watchers = new Set<Watcher>();
  private readonly shutdown = new AbortController();
  private rounds: NodeJS.Timeout | undefined;
  private hubAnswers = true;

  constructor(
    private readonly client: MessageClient,
    private readonly verifier: TokenVerifier,
    private readonly hints: EventHints,
  ) {}

  /** How many pages watch now. */
  get open(): number {
    return this.watchers.size;
  }

  /** The user's balance until `signal`. Refusal: 429 when too many pages of this user watch already. */
  watch(user: AskingUser, signal: AbortSignal): AsyncGenerator<LiveBalance> {
    const { userId, token } = user;
    const own = [...this.watchers].filter((one) => one.userId === userId);
    if (own.length >= mostPerUser) throw new HttpException('Too many pages are open.', 429);
    const watcher = { userId, token, bell: new Bell() };
    return this.follow(watcher, user, AbortSignal.any([signal, this.shutdown.signal]));
  }

  private async *follow(watcher: Watcher, user: AskingUser, signal: AbortSignal) {
    const { bell, userId, token } = watcher;
    this.watchers.add(watcher);
    const ring = () => bell.ring();
    const deafen = this.hints.hear('hub', userId, ring);
    signal.addEventListener('abort', ring);
    this.rounds ??= setInterval(() => void this.lookAround(), lookAroundEveryMs);
    // Each question has its own time, not what is left of the request that opened the stream.
    const caller: Caller = { ...user, signal, deadline: undefined };
    try {
      yield* liveBalance({
        bell,
        signal,
        ask: async () => {
          await this.verifier.verify(token);
          return this.client.request(getBalance, {}, caller, { timeoutMs: patienceMs });
        },
      });
    } finally {
      deafen();
      signal.removeEventListener('abort', ring);
      this.watchers.delete(watcher);
      this.restWhenAlone();
    }
  }

  /** No hint tells of a session that ended, or of a hub that went away: both are looked at for everybody at once. */
  private async lookAround(): Promise<void> {
    for (const { token, bell } of this.watchers) {
      this.verifier.verify(token).catch(() => bell.ring());
    }
    const before = this.hubAnswers;
    this.hubAnswers = await this.askHub();
    if (before && !this.hubAnswers) this.watchers.forEach(({ bell }) => bell.ring());
  }

  /** The question that the hub answers out of its memory. */
  private askHub(): Promise<boolean> {
    return this.client
      .request(getCatalogue, {}, newCaller(), { timeoutMs: lookAroundEveryMs })
      .then(
        () => true,
        () => false,
      );
  }

  private restWhenAlone(): void {
    if (this.watchers.size > 0) return;
    clearInterval(this.rounds);
    this.rounds = undefined;
  }

  onModuleDestroy(): void {
    this.shutdown.abort();
  }
}
