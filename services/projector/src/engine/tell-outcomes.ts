import { runInContext, type Log } from '#libs/telemetry';
import type { Fact, Unreadable } from './fact.js';
import type { BatchPlan } from './plan-batch.js';
import { projectorMetrics } from './projector-metrics.js';

/** Counts what became of each committed event, and logs it under the event's own correlation and trace id. */
export function tellOutcomes(
  figures: { readonly model: string },
  items: readonly (Fact | Unreadable)[],
  { outcomes, letters }: BatchPlan,
  log: Log,
): void {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  for (const [outcome, count] of counts)
    projectorMetrics.events.inc({ ...figures, outcome }, count);
  if (log.isLevelEnabled('debug')) {
    items.forEach((item, index) => {
      const line = { ...figures, sequence: item.sequence, outcome: outcomes[index] };
      inContextOf(item, (type) => log.debug({ ...line, type }, 'projected'));
    });
  }
  for (const { item, reason, explanation } of letters.values()) {
    const line = { ...figures, sequence: item.sequence, reason };
    inContextOf(item, (type) => log.warn({ ...line, type }, `parked an event: ${explanation}`));
  }
}

function inContextOf(item: Fact | Unreadable, tell: (type: string | null) => void): void {
  if ('problem' in item) return tell(null);
  const { type, correlationId, traceparent } = item.envelope;
  runInContext({ correlationId, traceparent }, () => tell(type));
}
