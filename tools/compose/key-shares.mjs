/**
 * What each part of the stack is given to read of the house's secrets, file by file: nobody finds another's there.
 * @typedef {{ path: string, text: string, mode: number }} Share
 */

/** Readable by the account that runs our image only. */
const own = 0o600;
/** Readable by any account: the server runs under its own, and nobody else has this folder. */
const any = 0o444;

/**
 * @param {import('../stack/secrets.mjs').Secrets} secrets
 * @returns {Share[]}
 */
export function databaseShares({ postgres, services }) {
  const roles = Object.entries(services).flatMap(([service, { ownerPassword }]) =>
    pgpass(`phoenix_${service}_owner`, ownerPassword),
  );
  return [
    { path: 'postgres/password', text: postgres, mode: any },
    { path: 'migrate/passwords.json', text: JSON.stringify(forProvisioning(services)), mode: own },
    { path: 'migrate/pgpass', text: [pgpass('postgres', postgres), ...roles].join(''), mode: own },
    ...Object.entries(services).map(([service, { password }]) => ({
      path: `${service}/pgpass`,
      text: pgpass(`phoenix_${service}`, password),
      mode: own,
    })),
  ];
}

/** A line of the file that PGPASSFILE names. */
function pgpass(/** @type {string} */ role, /** @type {string} */ password) {
  return `*:*:*:${role}:${password}\n`;
}

/** What `provision-main` reads. */
function forProvisioning(
  /** @type {import('../stack/secrets.mjs').Secrets['services']} */ services,
) {
  return Object.entries(services).map(([service, passwords]) => ({ service, ...passwords }));
}

/**
 * Only who issues access tokens has the key that signs them.
 * @param {string} signingKey
 * @returns {Share[]}
 */
export function signingShares(signingKey) {
  return ['website', 'ops'].map((who) => ({
    path: `${who}/signing-key.json`,
    text: signingKey,
    mode: own,
  }));
}

/**
 * Each caller of NATS has the seed of its own credential; the server has every public key.
 * @param {Record<string, string>} seeds
 * @param {string} publicKeys
 * @returns {Share[]}
 */
export function brokerShares(seeds, publicKeys) {
  return [
    { path: 'nats/public-keys.env', text: publicKeys, mode: own },
    ...Object.entries(seeds).map(([who, seed]) => ({
      path: `${who}/nats.nk`,
      text: seed,
      mode: own,
    })),
  ];
}
