import { outsideServices, serviceNames } from '#libs/contracts';
import { ensureKeys } from '../../tools/stack/keys.mjs';
import { ensureNkeys } from '../../tools/stack/nkeys.mjs';

/** The credential of whoever looks on, and of peers that are no service of the house: it may do everything. */
export const observer = 'observer';

/**
 * The token key of a benchmark, and a NATS credential for everybody in it.
 * @param {string} home
 */
export async function makeCredentials(home) {
  const { signingKeyFile } = await ensureKeys(home);
  const outside = outsideServices.map(({ name }) => name);
  const nkeys = await ensureNkeys(home, [...serviceNames, ...outside, observer]);
  return {
    signingKeyFile,
    publicKeys: nkeys.publicKeys,
    /** The file with the nkey seed of a service or of the observer. */
    seedFileOf: (/** @type {string} */ name) => /** @type {string} */ (nkeys.seedFiles[name]),
  };
}

/** @typedef {Awaited<ReturnType<typeof makeCredentials>>} Credentials */
