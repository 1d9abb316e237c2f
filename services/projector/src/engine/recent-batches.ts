import { momentOf, type Hop, type HopQuestion } from '#libs/messaging';

const capacity = 4_096;

interface Batch {
  readonly model: string;
  readonly from: number;
  readonly to: number;
  /** `performance.now()` when its transaction began. */
  readonly startedAt: number;
  readonly tookMs: number;
}

/** The last 4,096 batches that read models have taken here, for whoever asks when an event became a row. */
export class RecentBatches {
  private readonly batches: Batch[] = [];
  private next = 0;

  add(model: string, [from, to]: readonly [number, number], startedAt: number): void {
    const tookMs = performance.now() - startedAt;
    this.batches[this.next] = { model, from, to, startedAt, tookMs };
    this.next = (this.next + 1) % capacity;
  }

  /** The batches that held one of these places of the stream. */
  of({ sequences }: HopQuestion): Hop[] {
    return this.batches
      .filter(({ from, to }) => sequences.some((one) => from <= one && one <= to))
      .map(({ model: what, from, to, startedAt, tookMs }) => {
        return {
          kind: 'projected',
          what,
          at: momentOf(startedAt),
          tookMs,
          outcome: 'ok',
          from,
          to,
        };
      });
  }
}
