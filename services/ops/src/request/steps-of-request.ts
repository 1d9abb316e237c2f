import type { TracedEvent } from '#libs/contracts';
import type { LoggedBy, PostedEntry, RequestFacts } from './request-facts.js';
import type { Step } from './step.js';
import { stepsOfHops } from './steps-of-hops.js';

/** Everything that is known of a request, in the order in which it happened. */
export function stepsOfRequest({ remembered, logged, events, entries }: RequestFacts): Step[] {
  const durable = [
    ...entries.map(entryStep),
    ...recordedEvents(logged, events).map(recordedStep),
    ...events.map(publishedStep),
  ];
  const firsts = [...durable, ...remembered.flatMap(({ hops }) => hops)].map(({ at }) => at);
  const startedAt = Math.min(...firsts);
  return [
    ...stepsOfHops(remembered, startedAt),
    ...durable.map((step) => ({ ...step, offsetMs: step.at - startedAt })),
  ].sort((one, other) => one.at - other.at || order(one) - order(other));
}

type Moment = Omit<Step, 'offsetMs'>;

const moment = { tookMs: null, ownMs: null, depth: 0, outcome: null } as const;

/** Instants of the database have milliseconds, hops their fractions: what causes stands before what is caused. */
const inOrder: readonly Step['kind'][] = [
  ...(['http', 'asked', 'answered', 'entry', 'recorded', 'published', 'projected'] as const),
];

function order({ kind }: Step): number {
  return inOrder.indexOf(kind);
}

function entryStep({ kind, amount, balance, version, action, occurredAt }: PostedEntry): Moment {
  const what = `${kind}${action ? ` ${action}` : ''}: ${signed(amount)} points, balance ${balance} (version ${version})`;
  return { ...moment, at: Date.parse(occurredAt), kind: 'entry', where: 'ledger', what };
}

type Recorded = Pick<LoggedBy, 'source' | 'type' | 'subjectVersion' | 'waiting'> & {
  readonly at: string;
};

/** By the logs of the services; where a log did not tell, by the event itself. */
function recordedEvents(logged: readonly LoggedBy[], events: readonly TracedEvent[]): Recorded[] {
  const known = new Set(logged.map(({ eventId }) => eventId));
  return [
    ...logged.map((event) => ({ ...event, at: event.recordedAt })),
    ...events
      .filter(({ eventId }) => !known.has(eventId))
      .map((event) => ({ ...event, at: event.occurredAt, waiting: false })),
  ];
}

function recordedStep({ source, type, subjectVersion, waiting, at }: Recorded): Moment {
  const outcome = waiting ? 'waits to be published' : null;
  const what = `${type} recorded (version ${subjectVersion} of its user)`;
  const where = `${source} event log`;
  return { ...moment, at: Date.parse(at), kind: 'recorded', where, what, outcome };
}

function publishedStep({ type, sequence, recordedAt }: TracedEvent): Moment {
  const what = `${type} at sequence ${sequence}`;
  return { ...moment, at: Date.parse(recordedAt), kind: 'published', where: 'event stream', what };
}

function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : String(amount).replace('-', '−');
}
