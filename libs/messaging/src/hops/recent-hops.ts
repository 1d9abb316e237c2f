import type { Hop, HopQuestion } from './hop.js';

const capacity = 4_096;
const correlationBytes = 64;
const messageBytes = 36;
const slotBytes = correlationBytes + messageBytes;
const mostTold = 200;

/** A hop as it is kept: texts that somebody else chose stand beside it, in bytes of their own. */
interface Kept {
  readonly kind: Hop['kind'];
  readonly what: string;
  readonly outcome: string;
  readonly caller: string | undefined;
  readonly attempts: number | undefined;
  /** `performance.now()` when it began. */
  readonly startedAt: number;
  readonly tookMs: number;
  readonly correlationLength: number;
  readonly messageLength: number;
}

export interface NewHop {
  readonly kind: Hop['kind'];
  readonly what: string;
  readonly outcome: string;
  readonly startedAt: number;
  readonly correlationId: string;
  readonly messageId?: string | undefined;
  readonly caller?: string;
  readonly attempts?: number;
}

/**
 * The last requests that this process had a part in, for whoever asks what became of one: 4,096 hops and then the
 * oldest goes. Ids are copied into one block of bytes: a text cut out of a message keeps all of that message alive.
 */
export class RecentHops {
  private readonly ids = Buffer.alloc(capacity * slotBytes);
  private readonly kept: Kept[] = [];
  private readonly started = performance.now();
  private readonly others: ((question: HopQuestion) => Hop[])[] = [];
  private next = 0;

  readonly keeps = capacity;

  add(hop: NewHop): void {
    const { kind, what, outcome, startedAt, caller, attempts, correlationId, messageId = '' } = hop;
    const slot = this.next;
    this.next = (slot + 1) % capacity;
    const from = slot * slotBytes;
    this.kept[slot] = {
      kind,
      what,
      outcome,
      caller,
      attempts,
      startedAt,
      tookMs: performance.now() - startedAt,
      correlationLength: this.ids.write(correlationId, from, correlationBytes, 'latin1'),
      messageLength: this.ids.write(messageId, from + correlationBytes, messageBytes, 'latin1'),
    };
  }

  /** Whoever remembers hops of another kind tells them too. */
  also(tell: (question: HopQuestion) => Hop[]): void {
    this.others.push(tell);
  }

  /** The hops of a request in the order of their beginnings, at most 200. */
  of(question: HopQuestion): Hop[] {
    const found = this.kept.flatMap((kept, slot) => {
      const from = slot * slotBytes;
      if (this.text(from, kept.correlationLength) !== question.correlationId) return [];
      return told(kept, this.text(from + correlationBytes, kept.messageLength));
    });
    return [...found, ...this.others.flatMap((tell) => tell(question))]
      .sort((one, other) => one.at - other.at)
      .slice(0, mostTold);
  }

  /** From this moment on it remembers everything; milliseconds since 1970. */
  get since(): number {
    const full = this.kept.length === capacity;
    return momentOf(full ? this.kept[this.next]!.startedAt : this.started);
  }

  private text(from: number, bytes: number): string {
    return this.ids.toString('latin1', from, from + bytes);
  }
}

function told(kept: Kept, messageId: string): Hop {
  const { kind, what, outcome, caller, attempts, startedAt, tookMs } = kept;
  const known = { ...(caller && { caller }), ...(attempts && { attempts }) };
  return {
    kind,
    what,
    at: momentOf(startedAt),
    tookMs,
    outcome,
    ...known,
    ...(messageId && { messageId }),
  };
}

/** More than that between the two clocks is a clock that was set meanwhile, less is how finely they tell time. */
const finenessMs = 2;

/** A time of `performance.now()` as milliseconds since 1970, with their fractions. */
export function momentOf(time: number): number {
  const set = Date.now() - performance.timeOrigin - performance.now();
  return performance.timeOrigin + time + (Math.abs(set) > finenessMs ? set : 0);
}
