import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { forgetful } from './forgetful.js';
import { gatherRequest } from './gather-request.js';
import { printRequest } from './print-request.js';
import type { RequestFacts } from './request-facts.js';
import { stepsOfRequest } from './steps-of-request.js';

/** Tells all that is known of one request, in order; well when every event of it is in every read model that reads it. */
export async function explainRequest(ops: Ops, correlationId: string): Promise<Well> {
  const facts = await withHouse(ops, (house) => gatherRequest(house, correlationId));
  const steps = stepsOfRequest(facts);
  if (steps.length === 0) throw unheardOf(facts);
  const open = openEnds(facts);
  const forgotten = forgetful(facts.remembered, steps[0]!.at);
  if (ops.json) {
    const { events, untold } = facts;
    ops.terminal.printJson({ correlationId, steps, events, open, forgotten, untold });
  } else printRequest(ops.terminal, facts, { steps, open, forgotten });
  return open.length === 0;
}

/** What of this request is not everywhere yet, in words. */
function openEnds({ logged, events }: RequestFacts): string[] {
  const waiting = logged
    .filter((event) => event.waiting)
    .map(({ source, type }) => `${type} waits in the outbox of ${source}`);
  const stored = new Set(events.map(({ eventId }) => eventId));
  const unstored = logged
    .filter((event) => !event.waiting && !stored.has(event.eventId))
    .map(({ type, sequence }) => `event-store has not come to ${type}${placed(sequence)}`);
  const behind = events.flatMap(({ sequence, type, models }) =>
    models
      .filter(({ state }) => state === 'ahead' || state === 'parked')
      .map(({ model, state }) =>
        state === 'ahead'
          ? `${model} has not come to ${type} at sequence ${sequence}`
          : `${model} keeps ${type} at sequence ${sequence} aside: \`dead-letters show --model ${model} --sequence ${sequence}\``,
      ),
  );
  return [...waiting, ...unstored, ...behind];
}

function placed(sequence: number | null): string {
  return sequence === null ? '' : ` at sequence ${sequence}`;
}

function unheardOf({ correlationId, remembered, untold }: RequestFacts): OpsError {
  const asked = remembered.map(({ service, instance, since }) => {
    return `${service} ${instance} since ${new Date(since).toISOString()}`;
  });
  const silent = untold.map(({ what, why }) => ` It was not to be known from ${what}: ${why}`);
  return new OpsError(
    `Nobody knows of a request ${correlationId}.${silent.join('')}`,
    `Requests that changed nothing are remembered for a while only (${asked.join('; ') || 'no service answers'}); the id stands in the header x-correlation-id of the answer.`,
  );
}
