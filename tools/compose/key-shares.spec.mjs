import { expect, it } from '@jest/globals';
import { brokerShares, databaseShares, signingShares } from './key-shares.mjs';

const secrets = {
  postgres: 'admin',
  services: {
    hub: { ownerPassword: 'hub-owner', password: 'hub-run' },
    cv: { ownerPassword: 'cv-owner', password: 'cv-run' },
  },
};
const textOf = (/** @type {string} */ path) =>
  [...databaseShares(secrets), ...signingShares('{}')].find((share) => share.path === path)?.text;

it('gives a service the password of its run-time role and no other', () => {
  expect(textOf('hub/pgpass')).toBe('*:*:*:phoenix_hub:hub-run\n');
});

it('gives the migrations every owner’s password, and the administrator’s', () => {
  expect(textOf('migrate/pgpass')).toBe(
    '*:*:*:postgres:admin\n*:*:*:phoenix_hub_owner:hub-owner\n*:*:*:phoenix_cv_owner:cv-owner\n',
  );
  expect(JSON.parse(textOf('migrate/passwords.json') ?? '')).toEqual([
    { service: 'hub', ownerPassword: 'hub-owner', password: 'hub-run' },
    { service: 'cv', ownerPassword: 'cv-owner', password: 'cv-run' },
  ]);
});

it('gives the signing key to who issues tokens only', () => {
  expect(signingShares('{}').map(({ path }) => path)).toEqual([
    'website/signing-key.json',
    'ops/signing-key.json',
  ]);
});

it('lets only our own account read a secret, except where the server has another account', () => {
  const readable = databaseShares(secrets).filter(({ mode }) => mode !== 0o600);
  expect(readable.map(({ path }) => path)).toEqual(['postgres/password']);
});

it('gives each caller of NATS its own seed, and the server public keys only', () => {
  const shares = brokerShares({ hub: 'SU-hub', ops: 'SU-ops' }, 'PHOENIX_NKEY_HUB=U');
  expect(shares.map(({ path, text }) => `${path} ${text}`)).toEqual([
    'nats/public-keys.env PHOENIX_NKEY_HUB=U',
    'hub/nats.nk SU-hub',
    'ops/nats.nk SU-ops',
  ]);
});
