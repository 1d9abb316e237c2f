import { hideSecrets } from '#libs/telemetry';
import { reasonOf } from '../postgres-errors.js';
import type { StoringService } from '../roles.js';

/** Why a service's events are not published, after an error, and what to do. */
export function whyEventsWait(service: StoringService, error: unknown): string {
  const why = hideSecrets(reasonOf(error)).replace(/\.$/, '');
  const what = isNotTaken(error)
    ? `NATS did not take them (${why}). Is its disk full? Its log says so; make room there`
    : why;
  return `Events of ${service} wait: ${what}. It is tried again by itself.`;
}

/** True when the broker was reached, and refused what was published or never answered: it does both without room. */
function isNotTaken(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'REFUSED' || code === 'TIMED_OUT';
}
