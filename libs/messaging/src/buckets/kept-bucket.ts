import { setTimeout as pause } from 'node:timers/promises';
import { PhoenixError, type BucketName } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import type { Connection } from '../connection.js';
import { completeMark } from './open-bucket.js';
import { fillBucket, writeEntry, type BucketEntry } from './fill-bucket.js';
import type { WatchedBucket } from './watched-bucket.js';

const lookEveryMs = 500;

export interface KeepOptions {
  readonly connection: Connection;
  readonly watched: WatchedBucket<unknown>;
  /** Everything that belongs in the bucket, from where the truth is. */
  readonly read: () => Promise<readonly BucketEntry[]>;
  /** How often it is looked for what was not told. */
  readonly compareEveryMs: number;
  readonly log: Log;
}

/**
 * Keeps a bucket equal to the truth, which is elsewhere: fills it at the start, after each reconnect, when it is not
 * known any more, and now and then with what is missing. Several instances may keep the same bucket.
 */
export class KeptBucket {
  private readonly stopping = new AbortController();
  private readonly forgetReconnects: () => void;
  private readonly ended: Promise<void>;
  private due = true;
  private comparedAt = 0;

  constructor(private readonly options: KeepOptions) {
    this.forgetReconnects = options.connection.onReconnect(() => (this.due = true));
    this.ended = this.run();
  }

  /** Writes what the truth says since a moment ago. Refusal: `UNAVAILABLE`, outcome unknown; it is then tried again. */
  async write(entry: BucketEntry): Promise<void> {
    const { connection, log } = this.options;
    try {
      await writeEntry(connection, this.name, entry);
    } catch (cause) {
      this.due = true;
      log.error({ err: cause }, `the bucket ${this.name} could not be written; trying again`);
      const reason = 'the other services could not be told';
      const sentence = `It is recorded, but ${reason} yet.`;
      throw new PhoenixError('UNAVAILABLE', sentence, { reason, outcome: 'unknown' }, { cause });
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.forgetReconnects();
    await this.ended;
  }

  private get name(): BucketName {
    return this.options.watched.bucket;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { connection, watched, log, compareEveryMs } = this.options;
    for (let unknownLooks = 0; !signal.aborted;) {
      unknownLooks = watched.known ? 0 : unknownLooks + 1;
      const overdue = performance.now() - this.comparedAt > compareEveryMs;
      if (connection.connected && (this.due || overdue || unknownLooks > 1)) {
        await this.fill().catch((error: unknown) => {
          this.due = true;
          log.warn({ err: error }, `the bucket ${this.name} cannot be filled yet`);
        });
      }
      await pause(lookEveryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async fill(): Promise<void> {
    const { connection, watched, read } = this.options;
    // Before the truth is read: a write that fails from now on is not covered by this reading.
    this.due = false;
    const has = watched.known ? (key: string) => watched.get(key) !== undefined : undefined;
    const written = ({ key, value }: BucketEntry) =>
      has !== undefined && (key === completeMark || has(key) === (value !== undefined));
    await fillBucket({ connection, bucket: this.name, read, written });
    this.comparedAt = performance.now();
  }
}
