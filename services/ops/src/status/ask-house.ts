import { getCatalogue, getLedger, getReadModels, type ServiceName } from '#libs/contracts';
import { discover, EventStream, newCaller } from '#libs/messaging';
import type { House } from '../house/with-house.js';
import type { HouseStatus } from './house-status.js';
import { askOwnStatuses } from './own-statuses.js';
import { unknown } from './unknown.js';

const withinMs = 1_500;

/** Asks everybody at once. What fails to answer is part of the status, not an error. */
export async function askHouse(house: House): Promise<HouseStatus> {
  const [instances, stream] = await Promise.all([
    discover(house.connection),
    askStream(house).catch(unknown),
  ]);
  const answers = (service: ServiceName) => instances.some(({ name }) => name === service);
  const [catalogue, ledger, readModels, own] = await Promise.all([
    answers('hub') ? askCatalogue(house).catch(unknown) : null,
    answers('hub') ? askLedger(house).catch(unknown) : null,
    answers('projector') ? askReadModels(house).catch(unknown) : null,
    askOwnStatuses(house, instances),
  ]);
  return { instances, stream, catalogue, ledger, readModels, own };
}

async function askStream({ connection }: House) {
  const stream = await EventStream.open(connection);
  const [position, fill] = await Promise.all([stream.position(), stream.figures()]);
  if (!position || !fill) return null;
  // How large the stream may grow and how often it is copied is the installation's choice, unknown here.
  const drift = (await stream.drift({ maxBytes: 0, replicas: 1 })).filter(
    (setting) => !/^(max_bytes|num_replicas) /.test(setting),
  );
  const { events, bytes, maxBytes } = fill;
  return { ...position, events, bytes, maxBytes, drift };
}

async function askCatalogue({ client }: House) {
  const { version } = await client.request(getCatalogue, {}, newCaller(), { timeoutMs: withinMs });
  return { version };
}

function askLedger({ client }: House) {
  return client.request(getLedger, {}, newCaller(), { timeoutMs: withinMs });
}

function askReadModels({ client }: House) {
  return client.request(getReadModels, {}, newCaller(), { timeoutMs: withinMs });
}
