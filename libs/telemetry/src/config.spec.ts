import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, type ConfigFault } from './config-error.js';
import { parseConfig, type ConfigOptions } from './config.js';
import { databaseEnvironment } from './database-environment.js';
import { portNumber, serviceEnvironment } from './service-environment.js';

const schema = serviceEnvironment.extend(databaseEnvironment.shape);
const complete = {
  NATS_URL: 'nats://127.0.0.1:4222',
  NATS_NKEY_SEED_FILE: '/nats-hub.nk',
  DATABASE_URL: 'postgres://phoenix_hub:pw@db/phoenix',
  DATABASE_OWNER_URL: 'postgres://phoenix_hub_owner:pw@db/phoenix',
};

function refused(env: NodeJS.ProcessEnv, rules?: ConfigOptions['rules']): ConfigError {
  try {
    parseConfig(schema, env, { service: 'hub', ...(rules && { rules }) });
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

const faults = (env: NodeJS.ProcessEnv): readonly ConfigFault[] => refused(env).faults;
const faulty = (env: NodeJS.ProcessEnv) => faults(env).map((fault) => fault.variable);

describe('parseConfig', () => {
  it('gives typed values and the defaults', () => {
    const env = { ...complete, NATS_URL: 'nats://a:4222, b:4222', PATH: '/bin', HOME: '/root' };
    expect(parseConfig(schema, env, { service: 'hub' })).toEqual({
      ...complete,
      NATS_URL: ['nats://a:4222', 'b:4222'],
      PHOENIX_ENV: 'production',
      PHOENIX_INSTANCE: expect.stringMatching(/^[0-9a-f]{8}$/),
      PHOENIX_LOG_LEVEL: 'info',
      PHOENIX_LOG_FORMAT: 'json',
      HOST: '127.0.0.1',
      PORT: 0,
    });
  });

  it('trims values, takes an empty one for unset, and lets a service have its own default', () => {
    const website = serviceEnvironment.extend({ PORT: portNumber.default(8080) });
    const env = { ...complete, PORT: '', PHOENIX_ENV: ' development\n' };
    expect(parseConfig(website, env, { service: 'website' })).toMatchObject({
      PORT: 8080,
      PHOENIX_ENV: 'development',
      PHOENIX_LOG_FORMAT: 'pretty',
    });
  });

  it('lists five faults at once, each with what is wrong and what is expected', () => {
    const error = refused({
      ...complete,
      DATABASE_URL: 'mysql://root:hunter2@db/phoenix',
      NATS_URL: '',
      PORT: '99999',
      PHOENIX_LOG_LEVEL: 'loud',
      PHOENIX_LOGFORMAT: 'json',
    });
    expect(error.message).toBe(`hub cannot start: 5 faults in its environment variables.
  - PHOENIX_LOGFORMAT is not a variable that Phoenix knows; expected PHOENIX_LOG_FORMAT in its place.
  - PHOENIX_LOG_LEVEL is "loud"; expected fatal, error, warn, info, debug, trace, silent.
  - NATS_URL is not set; expected the NATS servers, comma separated, for example nats://127.0.0.1:4222.
  - PORT is "99999"; expected a port number from 0 (any free one) to 65535.
  - DATABASE_URL has a value of the wrong form; expected the database under the service's run-time role, postgres://user:password@host:5432/database.
Correct what is listed and start hub again.`);
    expect(error.message).not.toContain('hunter2');
  });

  it.each([
    'GEMIN_API_KEY',
    'GEMINI_API_KEY',
    'GEMINI_APIKEY',
    'GOOGEL_API_KEY',
    'GOOGLE_APIKEY',
    'GOOGLE_AI_API_KEY',
    'GOOGLE_GENERATIVE_AI_API_KEY',
  ])('stops at %s with the right name, and never shows the key', (name) => {
    const error = refused({ ...complete, [name]: 'AIza-very-secret' });
    expect(error.message).toContain(
      `${name} is set, but GOOGLE_API_KEY is not; expected the name to be GOOGLE_API_KEY.`,
    );
    expect(error.message).not.toContain('very-secret');
  });

  it.each([
    ['PHOENX_ENV', 'PHOENIX_ENV'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['NATS_URI', 'NATS_URL'],
    ['database_url', 'DATABASE_URL'],
  ])('points from %s to %s', (name, right) => {
    const env = { ...complete, [right]: undefined, [name]: 'x' };
    const named = faults(env).find((fault) => fault.variable === name);
    expect(named?.expected).toBe(`the name to be ${right}`);
  });

  it('says nothing of a near miss whose right name is set, nor of names that are far from ours', () => {
    const env = {
      ...complete,
      GEMINI_API_KEY: 'x',
      GOOGLE_API_KEY: 'y',
      DATABASE_URI: 'x',
      PORTS: '1',
      POST: '1',
      HOSTNAME: 'h',
      NATS_SERVER: '/usr/bin/nats-server',
    };
    expect(() => parseConfig(schema, env, { service: 'hub' })).not.toThrow();
  });

  it("knows other services' names and the schema's own, and stops at any other PHOENIX_ name", () => {
    const own = schema.extend({ PHOENIX_HUB_BATCH: z.string().optional() });
    const shell = { ...complete, PHOENIX_SIGNING_KEY_FILE: '/keys', PHOENIX_HUB_BATCH: '8' };
    expect(parseConfig(own, shell, { service: 'hub' }).PHOENIX_HUB_BATCH).toBe('8');
    expect(faults({ ...complete, PHOENIX_COLOUR: 'red' })).toEqual([
      {
        variable: 'PHOENIX_COLOUR',
        wrong: 'is not a variable that Phoenix knows',
        expected: 'it to be unset',
      },
    ]);
  });

  it("lists a service's own rules with the other faults", () => {
    const rules = (env: NodeJS.ProcessEnv) =>
      env.HOST === '0.0.0.0' ? [{ variable: 'HOST', wrong: 'is open', expected: 'less' }] : [];
    const error = refused({ ...complete, HOST: '0.0.0.0', PORT: 'x' }, rules);
    expect(error.faults.map((fault) => fault.variable)).toEqual(['PORT', 'HOST']);
  });

  it.each([undefined, '', 'production', 'prod'])(
    'R31: refuses failpoints when PHOENIX_ENV is %j',
    (environment) => {
      const env = { ...complete, PHOENIX_ENV: environment, PHOENIX_FAILPOINTS: 'a=crash' };
      expect(faulty(env)).toContain('PHOENIX_FAILPOINTS');
    },
  );

  it('R31: accepts failpoints in development and test, when they can be read', () => {
    for (const environment of ['development', 'test']) {
      const env = { ...complete, PHOENIX_ENV: environment };
      const failing = { ...env, PHOENIX_FAILPOINTS: 'relay.after-publish=crash@3,b=pause:50' };
      expect(() => parseConfig(schema, failing, { service: 'hub' })).not.toThrow();
      expect(faulty({ ...env, PHOENIX_FAILPOINTS: 'a=explode' })).toEqual(['PHOENIX_FAILPOINTS']);
    }
  });

  it('R31: is production unless told otherwise, and does not guess at another word', () => {
    expect(parseConfig(schema, complete, { service: 'hub' }).PHOENIX_ENV).toBe('production');
    expect(faults({ ...complete, PHOENIX_ENV: 'dev' })[0]).toEqual({
      variable: 'PHOENIX_ENV',
      wrong: 'is "dev"',
      expected: 'production, development or test',
    });
  });
});
