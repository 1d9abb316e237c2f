import { describe, expect, it } from '@jest/globals';
import { serviceEnvironment } from './service-environment.mjs';

const options = {
  service: 'hub',
  port: 4711,
  natsUrl: 'nats://127.0.0.1:4222',
  natsSeedFile: '/home/nats-hub.nk',
  database: { databaseUrl: 'postgres://run', databaseOwnerUrl: 'postgres://owner' },
  keys: { signingKeyFile: '/home/signing-key.json' },
};

describe("a service's environment", () => {
  it('is development unless another one is chosen', () => {
    expect(serviceEnvironment(options, {})).toMatchObject({ PHOENIX_ENV: 'development' });
    expect(serviceEnvironment(options, { PHOENIX_ENV: 'test' })).toMatchObject({
      PHOENIX_ENV: 'test',
    });
  });

  it("names its own database roles, never the administrator's", () => {
    const env = { DATABASE_URL: 'postgres://admin', PHOENIX_CV_DATABASE_URL: 'postgres://admin2' };
    const given = serviceEnvironment(options, env);
    expect(JSON.stringify(given)).not.toContain('admin');
    expect(given).toMatchObject({
      DATABASE_URL: 'postgres://run',
      DATABASE_OWNER_URL: 'postgres://owner',
      PORT: '4711',
    });
  });

  it("has its own NATS credential, never the caller's", () => {
    const given = serviceEnvironment(options, { NATS_NKEY_SEED_FILE: '/home/nats-ops.nk' });
    expect(given.NATS_NKEY_SEED_FILE).toBe('/home/nats-hub.nk');
  });

  it('has the signing key in the website only', () => {
    expect(serviceEnvironment(options, {})).not.toHaveProperty('PHOENIX_SIGNING_KEY_FILE');
    expect(serviceEnvironment({ ...options, service: 'website' }, {})).toMatchObject({
      PHOENIX_SIGNING_KEY_FILE: '/home/signing-key.json',
    });
  });
});
