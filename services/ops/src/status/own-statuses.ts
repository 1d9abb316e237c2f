import {
  getCvStatus,
  getHubStatus,
  getLettersStatus,
  getProjectorStatus,
  getWebsiteStatus,
  type SingleReply,
  type ReplyOf,
} from '#libs/contracts';
import { newCaller, type ServiceInstance } from '#libs/messaging';
import type { House } from '../house/with-house.js';
import { unknown, type Unknown } from './unknown.js';

const contracts = {
  hub: getHubStatus,
  letters: getLettersStatus,
  cv: getCvStatus,
  projector: getProjectorStatus,
  website: getWebsiteStatus,
} as const;

type Statuses = typeof contracts;

/** What each service tells of itself; null for one that does not answer at all. */
export type OwnStatuses = {
  readonly [S in keyof Statuses]: ReplyOf<Statuses[S]> | null | Unknown;
};

/** A service bounds its own look at itself to a second. */
const withinMs = 2_500;

/** Asks one instance of each service that is there. */
export async function askOwnStatuses(
  { client }: House,
  instances: readonly ServiceInstance[],
): Promise<OwnStatuses> {
  const asked = Object.entries<SingleReply>(contracts).map(async ([service, contract]) => {
    if (!instances.some(({ name }) => name === service)) return [service, null];
    const status = client.request(contract, {}, newCaller(), { timeoutMs: withinMs });
    return [service, await status.catch(unknown)];
  });
  return Object.fromEntries(await Promise.all(asked)) as OwnStatuses;
}
