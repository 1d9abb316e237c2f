import type { ReadOptions } from '#libs/messaging';
import { rest } from '../rest.js';
import { readItems, type Items } from './read-items.js';

type Place = Pick<ReadOptions, 'epoch' | 'from' | 'signal'>;

/** How many items are kept for those who come a little later. */
const mostKept = 4_000;
/** How long the others wait for one who is late, in milliseconds; from then on that one reads by itself. */
const patienceMs = 250;

/**
 * Reads the stream once for all builds that are near each other in it. Who is elsewhere reads by itself, until it comes
 * to where the others are.
 */
export class SharedReader {
  private epoch = '';
  private kept: Items[number][] = [];
  /** The sequence that comes next from the source. */
  private head = 0;
  private source: AsyncGenerator<Items> | undefined;
  private ending = new AbortController();
  private pulling: Promise<void> | undefined;
  /** The next sequence of everybody who reads along. */
  private readonly places = new Map<object, number>();
  private stir: () => void = () => undefined;

  constructor(
    private readonly options: Pick<ReadOptions, 'stream' | 'log' | 'batchSize'>,
    private readonly readAlone: (options: ReadOptions) => AsyncGenerator<Items> = readItems,
  ) {}

  /** What the stream holds from a place on, as `readItems`. */
  async *read({ epoch, from, signal }: Place): AsyncGenerator<Items> {
    const me = {};
    const leave = () => this.leave(me);
    signal.addEventListener('abort', leave, { once: true });
    let next = from;
    try {
      while (!signal.aborted) {
        if (this.places.size === 0) this.begin(me, epoch, next);
        if (this.covers(epoch, next)) {
          const items = await this.along(me, next);
          if (items.length === 0) continue;
          next = this.after(me, items);
          yield items;
          continue;
        }
        leave();
        for await (const items of this.readAlone({ ...this.options, epoch, from: next, signal })) {
          next = items.at(-1)!.sequence + 1;
          yield items;
          if (this.covers(epoch, next)) break;
        }
      }
    } finally {
      signal.removeEventListener('abort', leave);
      leave();
    }
  }

  private begin(me: object, epoch: string, from: number): void {
    this.end();
    this.ending = new AbortController();
    const { signal } = this.ending;
    this.source = this.readAlone({ ...this.options, epoch, from, signal });
    this.epoch = epoch;
    this.head = from;
    this.places.set(me, from);
  }

  /** True when what comes next at this place is kept, or comes from the source. */
  private covers(epoch: string, next: number): boolean {
    const first = this.kept[0]?.sequence ?? this.head;
    return this.places.size > 0 && epoch === this.epoch && next >= first && next <= this.head;
  }

  /** The next items for somebody at this place; none when the source has ended or begun anew. */
  private async along(me: object, next: number): Promise<Items> {
    this.places.set(me, next);
    this.stir();
    if (next === this.head) await (this.pulling ??= this.pull());
    const at = next - (this.kept[0]?.sequence ?? next);
    return at < 0 ? [] : this.kept.slice(at, at + this.options.batchSize);
  }

  private after(me: object, items: Items): number {
    const next = items.at(-1)!.sequence + 1;
    if (this.places.has(me)) this.places.set(me, next);
    this.stir();
    return next;
  }

  private async pull(): Promise<void> {
    const { source } = this;
    let batch: Items | undefined;
    try {
      await this.makeRoom();
      batch = (await source?.next())?.value as Items | undefined;
    } finally {
      if (source === this.source) this.pulled(batch);
    }
  }

  /** A source that has ended or failed is left by all; who goes on begins it anew. */
  private pulled(batch: Items | undefined): void {
    this.pulling = undefined;
    if (!batch) return this.end();
    for (const item of batch) this.kept.push(item);
    this.head = batch.at(-1)!.sequence + 1;
  }

  /** Drops what everybody has taken; who has not taken the oldest after a while is left behind. */
  private async makeRoom(): Promise<void> {
    const { batchSize } = this.options;
    if (this.kept.length < mostKept) return;
    const needed = this.kept[batchSize]?.sequence ?? this.head;
    const late = () => [...this.places].filter(([, next]) => next < needed);
    if (late().length > 0) await this.waitFor(() => late().length === 0);
    for (const [reader] of late()) this.places.delete(reader);
    const least = Math.min(this.head, ...this.places.values());
    this.kept = this.kept.slice(Math.max(0, least - (this.kept[0]?.sequence ?? least)));
  }

  /** Looks whenever somebody has moved or left, for a while. */
  private async waitFor(so: () => boolean): Promise<void> {
    const done = new AbortController();
    let over = false;
    const patience = rest(patienceMs, done.signal).then(() => (over = true));
    while (!over && !so()) {
      await Promise.race([new Promise<void>((wake) => (this.stir = wake)), patience]);
    }
    done.abort();
  }

  private leave(me: object): void {
    const read = this.places.delete(me);
    this.stir();
    if (read && this.places.size === 0) this.end();
  }

  private end(): void {
    this.ending.abort();
    // Not awaited: a generator ends only once what it is waiting for has come.
    this.source?.return(undefined).catch(() => undefined);
    this.places.clear();
    this.source = undefined;
    this.pulling = undefined;
    this.kept = [];
  }
}
