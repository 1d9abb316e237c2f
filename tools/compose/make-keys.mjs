import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureKeys, writeWhole } from '../stack/keys.mjs';
import { ensureNkeys } from '../stack/nkeys.mjs';
import { ensureSecrets } from '../stack/secrets.mjs';
import { credentialNames, serviceNames } from '../up/service-names.mjs';
import { brokerShares, databaseShares, signingShares } from './key-shares.mjs';
import { writeShare } from './write-share.mjs';

// The service `keys` of docker-compose.yml: makes every secret of the stack once, and hands each part its own share.
const folder = '/keys';
const house = join(folder, 'house');

/** What can be made anew, and how the old one is forgotten. */
const rotations = {
  database: async () => {
    const path = join(house, 'secrets.json');
    const { postgres } = JSON.parse(await readFile(path, 'utf8'));
    await writeWhole(path, { postgres });
  },
  broker: () =>
    Promise.all(credentialNames.map((name) => rm(join(house, `nats-${name}.nk`), { force: true }))),
  tokens: () => rm(join(house, 'signing-key.json'), { force: true }),
};

const [verb, what = ''] = process.argv.slice(2);
if (verb !== undefined && (verb !== 'rotate' || !(what in rotations))) {
  process.stderr.write(
    `Not understood: ${process.argv.slice(2).join(' ')}. Write \`rotate ${Object.keys(rotations).join('|')}\`, or nothing.\n`,
  );
  process.exit(2);
}
if (verb === 'rotate') await rotations[/** @type {keyof typeof rotations} */ (what)]();

const secrets = await ensureSecrets(house, serviceNames);
const { signingKeyFile } = await ensureKeys(house);
const { seedFiles, publicKeysFile } = await ensureNkeys(house, credentialNames);
const seeds = await Promise.all(
  Object.entries(seedFiles).map(async ([name, file]) => [name, await readFile(file, 'utf8')]),
);
const shares = [
  ...databaseShares(secrets),
  ...signingShares(await readFile(signingKeyFile, 'utf8')),
  ...brokerShares(Object.fromEntries(seeds), await readFile(publicKeysFile, 'utf8')),
];
for (const share of shares) await writeShare(folder, share);
process.stdout.write(
  verb === 'rotate'
    ? `· made anew: ${what}. Now \`docker compose up --wait --force-recreate\` makes everybody use it.\n`
    : '· every part of the stack has its keys\n',
);
