import { setTimeout as pause } from 'node:timers/promises';
import { PhoenixError } from '#libs/contracts';
import { readAgreement, type OutboxAgreement } from './agreement-row.js';

/** Asks on the connection that will commit: what it answers holds for the server behind that connection only. */
export type AskAgreement = (statement: typeof readAgreement) => Promise<readonly OutboxAgreement[]>;

/** How long a connection is trusted, in milliseconds: another instance may find the stream ahead meanwhile. */
const trustMs = 1_000;
const askEveryMs = 20;
const patienceMs = 2_000;

/**
 * Lets nobody write to a Postgres that is not known to be as new as the event stream (R20): what was decided there
 * would take versions that the stream has given. Refusal: `UNAVAILABLE`, with what to do as its reason.
 */
export class AgreementGate {
  private readonly trustedUntil = new WeakMap<object, number>();

  /** `compareNow` is called when nobody has compared since Postgres started, and should not wait. */
  constructor(private readonly compareNow: () => void = () => undefined) {}

  async demand(connection: object, ask: AskAgreement): Promise<void> {
    if (performance.now() < (this.trustedUntil.get(connection) ?? 0)) return;
    const giveUpAt = performance.now() + patienceMs;
    for (;;) {
      const [found] = await ask(readAgreement);
      if (found?.state === 'agreed') break;
      if (found || performance.now() > giveUpAt) throw notAgreed(found);
      this.compareNow();
      await pause(askEveryMs);
    }
    this.trustedUntil.set(connection, performance.now() + trustMs);
  }
}

function notAgreed(found: OutboxAgreement | undefined): PhoenixError<'UNAVAILABLE'> {
  const reason =
    found?.problem ?? 'Postgres has started anew and was not compared with the event stream yet.';
  return new PhoenixError('UNAVAILABLE', `The service takes no changes now. ${reason}`, { reason });
}
