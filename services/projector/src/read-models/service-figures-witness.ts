import type { Fact } from '../engine/fact.js';
import type { Expected, Witness } from '../verify/witness.js';

/** Counts again the events of each minute, source and type, by their envelopes. */
export function serviceFiguresWitness(): Witness {
  const counts = new Map<string, { events: number; fact: Fact }>();
  return {
    take(fact) {
      const { occurredAt, source, type } = fact.envelope;
      const minute = new Date(occurredAt).setUTCSeconds(0, 0);
      const key = `${minute} ${source} ${type}`;
      counts.set(key, { events: (counts.get(key)?.events ?? 0) + 1, fact });
      return [];
    },
    *last(): Iterable<Expected> {
      for (const [key, { events, fact }] of counts) {
        const minute = new Date(Number(key.split(' ')[0])).toISOString();
        const { source, type: event_type } = fact.envelope;
        yield { table: 'service_figures', row: { minute, source, event_type, events }, fact };
      }
    },
  };
}
