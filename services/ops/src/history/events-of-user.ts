import { traceEvents, type TracedEvent } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

const pageSize = 200;

/** Every event of a user that the event store has, in stream order, with the rows that it makes in these models. */
export async function eventsOfUser(
  client: MessageClient,
  user: string,
  models: readonly string[],
): Promise<TracedEvent[]> {
  const events: TracedEvent[] = [];
  for (let after: number | null = 0; after !== null;) {
    const request = { user, models: [...models], after, limit: pageSize };
    const page: { events: TracedEvent[]; next: number | null } = await client.request(
      traceEvents,
      request,
      newCaller(),
    );
    events.push(...page.events);
    after = page.next;
  }
  return events;
}
