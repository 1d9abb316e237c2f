import { createRequire } from 'node:module';
import {
  getCvInstallation,
  getHubInstallation,
  getLettersInstallation,
  getProjectorInstallation,
  getWebsiteInstallation,
} from '#libs/contracts';
import { askBrokers, EventStream, newCaller, permissionDrift } from '#libs/messaging';
import type { House } from '../house/with-house.js';
import { askHouse } from '../status/ask-house.js';
import { unknown } from '../status/unknown.js';
import { lookAtFolders, type DataFolder } from './look-at-folders.js';
import { readClock, type Clock } from './read-clock.js';
import type { Installed, Seen, StreamSeen } from './seen.js';

const { version: release } = createRequire(import.meta.url)('#package.json') as { version: string };
const withinMs = 5_000;
const oneDayMs = 86_400_000;

const questions = {
  hub: getHubInstallation,
  letters: getLettersInstallation,
  cv: getCvInstallation,
  projector: getProjectorInstallation,
  website: getWebsiteInstallation,
} as const;

type Service = keyof typeof questions;
type Silent = Seen['silent'][number];

/** Asks everybody; what fails to answer is part of what is seen, not an error. */
export async function lookAtHouse(
  house: House,
  folders: readonly DataFolder[],
  now: () => number,
): Promise<Seen> {
  const clocks: Clock[] = [];
  const status = await askHouse(house);
  const answering = (Object.keys(questions) as Service[]).filter((service) =>
    status.instances.some(({ name }) => name === service),
  );
  const [brokers, ownPermissions, told] = await Promise.all([
    askServers(house, clocks, now).catch(unknown),
    permissionDrift(house.connection, 'ops').catch(unknown),
    Promise.all(answering.map((service) => askService(house, service, clocks, now))),
  ]);
  const installed = told.filter((one): one is Installed => !('unknown' in one));
  const declared = installed.find(({ stream }) => stream)?.stream;
  return {
    ...{ nowMs: now(), release, status, brokers, ownPermissions, clocks, installed },
    stream: await askStream(house, declared, clocks, now).catch(unknown),
    silent: told.filter((one): one is Silent => 'unknown' in one),
    folders: await lookAtFolders(folders),
  };
}

async function askService(
  { client }: House,
  service: Service,
  clocks: Clock[],
  now: () => number,
): Promise<Installed | Silent> {
  const askedMs = now();
  try {
    const told = await client.request(questions[service], {}, newCaller(), { timeoutMs: withinMs });
    clocks.push(readClock(service, told.clock, askedMs, now()));
    clocks.push(readClock(`the Postgres of ${service}`, told.database.clock, askedMs, now()));
    return { service, ...told };
  } catch (error) {
    return { service, ...unknown(error) };
  }
}

async function askServers({ connection }: House, clocks: Clock[], now: () => number) {
  const askedMs = now();
  const servers = await askBrokers(connection);
  for (const { name, clock } of servers)
    clocks.push(readClock(`nats-server ${name}`, clock, askedMs, now()));
  return servers;
}

async function askStream(
  { connection }: House,
  declared: Installed['stream'],
  clocks: Clock[],
  now: () => number,
): Promise<StreamSeen | null> {
  const stream = await EventStream.open(connection);
  const askedMs = now();
  const figures = await stream.figures();
  if (!figures) return null;
  if (figures.clock) clocks.push(readClock('the event stream', figures.clock, askedMs, now()));
  // Without a projector that says how large it is to be, it may be as large as it is.
  const drift = await stream.drift(declared ?? figures);
  const dayAgo = new Date(Date.parse(figures.clock ?? new Date().toISOString()) - oneDayMs);
  return { ...figures, drift, eventsOfOneDay: await stream.countSince(dayAgo) };
}
