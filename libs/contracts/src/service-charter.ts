import type { BucketName } from './buckets.js';
import type { Contract, EventContract } from './define.js';

/** What one service answers, asks, tells, listens to, and which buckets it writes and follows. */
export interface ServiceCharter {
  readonly summary: string;
  readonly handles: readonly Contract[];
  readonly calls: readonly Contract[];
  readonly emits: readonly EventContract[];
  readonly reads: readonly EventContract[];
  /** Events that it only hears of, without the stream: a hint to ask its owner, never a fact. */
  readonly hears: readonly EventContract[];
  readonly keeps: readonly BucketName[];
  readonly watches: readonly BucketName[];
  /** Creates the event stream where none ever was. */
  readonly createsStream?: true;
  /** Asks which services are there. */
  readonly discovers?: true;
  /** Asks the servers of NATS how they are set. */
  readonly inspects?: true;
  /** Comes and goes with whoever runs it: nobody asks it anything. */
  readonly onDemand?: true;
}
