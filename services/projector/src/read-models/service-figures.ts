import type { EventContract } from '#libs/contracts';
import { defineReadModel, defineTable, type EventOf } from './read-model.js';
import { serviceFiguresWitness } from './service-figures-witness.js';

const minuteMs = 60_000;

const figures = defineTable({
  name: 'service_figures',
  columns: {
    minute: 'timestamptz NOT NULL',
    source: 'text NOT NULL',
    event_type: 'text NOT NULL',
    events: 'int NOT NULL',
  },
  constraints: ['PRIMARY KEY (minute, source, event_type)'],
  indexes: [],
  rows: { summedPer: ['minute', 'source', 'event_type'] },
  of: { user: null, place: null },
});

/** How many events each service told a minute, by type: by the time of the event, which is the same in every stream. */
export const serviceFigures = defineReadModel({
  name: 'service-figures',
  version: 1,
  reads: 'every event',
  tables: [figures],
  project: projectFigures,
  witness: serviceFiguresWitness,
});

function projectFigures({ envelope }: EventOf<EventContract>) {
  const { occurredAt, source, type: event_type } = envelope;
  const minute = new Date(Math.floor(Date.parse(occurredAt) / minuteMs) * minuteMs).toISOString();
  return { service_figures: [{ minute, source, event_type, events: 1 }] };
}
