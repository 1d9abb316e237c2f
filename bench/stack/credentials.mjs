import { outsideServices, serviceNames } from '#libs/contracts';
import { ensureKeys } from '../../tools/stack/keys.mjs';
import { ensureNkeys } from '../../tools/stack/nkeys.mjs';

/** The credential of whoever looks on, and of peers that are no service of the house: it may do everything. */
export const observer = 'observer';

/** The credential of a peer that reads the stream by a durable consumer, where the stream is; it may do everything there. */
export const storekeeper = 'storekeeper';

/**
 * The token key of a benchmark, and a NATS credential for everybody in it.
 * @param {string} home
 */
export async function makeCredentials(home) {
  const { signingKeyFile } = await ensureKeys(home);
  const outside = outsideServices.map(({ name }) => name);
  const nkeys = await ensureNkeys(home, [...serviceNames, ...outside, observer, storekeeper]);
  return {
    signingKeyFile,
    publicKeys: nkeys.publicKeys,
    /** The file with the nkey seed of a service, of the observer or of the storekeeper. */
    seedFileOf: (/** @type {string} */ name) => /** @type {string} */ (nkeys.seedFiles[name]),
  };
}

/** @typedef {Awaited<ReturnType<typeof makeCredentials>>} Credentials */
