import {
  listCvEventLog,
  listHubEventLog,
  listLedgerEntries,
  listLettersEventLog,
  listWebsiteEventLog,
  type ServiceName,
  type TracedEvent,
} from '#libs/contracts';
import { askHops, newCaller, type MessageClient } from '#libs/messaging';
import { tracedEvents } from '../house/traced-events.js';
import type { House } from '../house/with-house.js';
import type { LoggedBy, PostedEntry, RequestFacts, Untold } from './request-facts.js';

const pageSize = 200;
const mostEvents = 1_000;

export const eventLogContracts = {
  hub: listHubEventLog,
  letters: listLettersEventLog,
  cv: listCvEventLog,
  website: listWebsiteEventLog,
} as const;

export type LoggingService = keyof typeof eventLogContracts;

/** Asks everybody what they know of a request. Who does not answer is part of the facts, not an error. */
export async function gatherRequest(
  { client, connection }: House,
  correlationId: string,
): Promise<RequestFacts> {
  const untold: Untold[] = [];
  const orNothing = async <T>(what: string, asked: Promise<readonly T[]>): Promise<readonly T[]> =>
    asked.catch((error: Error) => {
      untold.push({ what, why: error.message });
      return [];
    });
  const events = await orNothing(
    'the event store',
    tracedEvents(client, { correlationId }, mostEvents),
  );
  const users = [...new Set(events.flatMap(({ userId }) => userId ?? []))];
  const logs = Object.keys(eventLogContracts).map((service) =>
    orNothing(
      `the event log of ${service}`,
      loggedEvents(client, service as LoggingService, { correlationId, users }),
    ),
  );
  const sequences = events.map(({ sequence }) => sequence).slice(0, pageSize);
  const [logged, entries, remembered] = await Promise.all([
    Promise.all(logs).then((all) => all.flat()),
    orNothing('the ledger', postedEntries(client, events)),
    askHops(connection, { correlationId, sequences }),
  ]);
  return { correlationId, events, logged, entries, remembered, untold };
}

/** The newest of the log, where what waits stands, and those of the users whom the event store names. */
async function loggedEvents(
  client: MessageClient,
  source: LoggingService,
  { correlationId, users }: { readonly correlationId: string; readonly users: readonly string[] },
): Promise<LoggedBy[]> {
  const pages = await Promise.all(
    [undefined, ...users].map((user) =>
      client.request(
        eventLogContracts[source],
        { correlationId, user, limit: pageSize },
        newCaller(),
      ),
    ),
  );
  const found = pages.flatMap(({ events }) => events.map((event) => ({ ...event, source })));
  return [...new Map(found.map((event) => [event.eventId, event])).values()];
}

async function postedEntries(
  client: MessageClient,
  events: readonly TracedEvent[],
): Promise<PostedEntry[]> {
  const told = events.filter(({ source, userId }) => source === ('hub' as ServiceName) && userId);
  const users = [...new Set(told.map(({ userId }) => userId!))];
  const posted = users.map(async (userId) => {
    const versions = told
      .filter((event) => event.userId === userId)
      .map(({ subjectVersion }) => subjectVersion);
    const request = { user: userId, after: Math.min(...versions) - 1, limit: pageSize };
    const { entries } = await client.request(listLedgerEntries, request, newCaller());
    return entries
      .filter(({ version }) => versions.includes(version))
      .map((entry) => ({ ...entry, userId }));
  });
  return (await Promise.all(posted)).flat();
}
