import { describe, expect, it } from '@jest/globals';
import { serviceEnvironment } from './service-environment.mjs';

const options = {
  service: 'hub',
  port: 4711,
  natsUrl: 'nats://127.0.0.1:4222',
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

  it('has the signing key in the website only', () => {
    expect(serviceEnvironment(options, {})).not.toHaveProperty('PHOENIX_SIGNING_KEY_FILE');
    expect(serviceEnvironment({ ...options, service: 'website' }, {})).toMatchObject({
      PHOENIX_SIGNING_KEY_FILE: '/home/signing-key.json',
    });
  });
});
