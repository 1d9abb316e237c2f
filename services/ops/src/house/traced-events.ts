import { traceEvents, type RequestOf, type TracedEvent } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

const pageSize = 200;

type Which = Omit<RequestOf<typeof traceEvents>, 'after' | 'limit'>;

/** The events of the event store that are asked for, in stream order, with their rows; whole pages until there are `most`. */
export async function tracedEvents(
  client: MessageClient,
  which: Which,
  most = Infinity,
): Promise<TracedEvent[]> {
  const events: TracedEvent[] = [];
  for (let after: number | null = 0; after !== null && events.length < most;) {
    const page: { events: TracedEvent[]; next: number | null } = await client.request(
      traceEvents,
      { ...which, after, limit: pageSize },
      newCaller(),
    );
    events.push(...page.events);
    after = page.next;
  }
  return events;
}
