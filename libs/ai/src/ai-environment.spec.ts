import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { aiEnvironment, aiRules } from './ai-environment.js';

const schema = z.object({ ...serviceEnvironment.shape, ...aiEnvironment.shape });
const key = 'a-key-that-nobody-may-ever-read';
const google = { PHOENIX_AI_ENGINES: 'google:gemini-2.5-flash', GOOGLE_API_KEY: key };

function parse(env: NodeJS.ProcessEnv) {
  const complete = { NATS_URL: 'nats://a:4222', NATS_NKEY_SEED_FILE: '/letters.nk', ...env };
  return parseConfig(schema, complete, { service: 'letters', rules: aiRules });
}

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    parse(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('the configuration of AI', () => {
  it.each(['development', 'test'])('is the local engine in %s unless told otherwise', (name) => {
    expect(parse({ PHOENIX_ENV: name }).PHOENIX_AI_ENGINES).toEqual([]);
  });

  it('R31: has to be chosen in production', () => {
    expect(refusal({})).toContain(
      'PHOENIX_AI_ENGINES is not set, and production has no engine unless it is chosen; expected local, or',
    );
    expect(parse({ PHOENIX_AI_ENGINES: 'local' }).PHOENIX_AI_ENGINES).toEqual([]);
    expect(parse(google)).toMatchObject({
      PHOENIX_AI_ENGINES: [{ provider: 'google', model: 'gemini-2.5-flash' }],
      GOOGLE_API_KEY: key,
    });
  });

  it('stops when an outside engine has no key', () => {
    expect(refusal({ ...google, GOOGLE_API_KEY: ' ' })).toContain(
      'GOOGLE_API_KEY is not set, and PHOENIX_AI_ENGINES is "google:gemini-2.5-flash"; expected the key of google',
    );
  });

  it.each(['GEMIN_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_APIKEY', 'GOOGLE_GENERATIVE_AI_API_KEY'])(
    'stops at a key under the name %s, tells the right name, and does not show the key',
    (name) => {
      const { GOOGLE_API_KEY: _, ...engines } = google;
      const sentence = refusal({ ...engines, [name]: key });
      expect(sentence).toContain(`${name} is set, but GOOGLE_API_KEY is not`);
      expect(sentence).toContain('expected the name to be GOOGLE_API_KEY');
      expect(sentence).not.toContain(key);
    },
  );

  it('stops at a key that cannot be one, and does not show it', () => {
    const sentence = refusal({ ...google, GOOGLE_API_KEY: 'two words of a key that is none' });
    expect(sentence).toContain('GOOGLE_API_KEY has a value of the wrong form');
    expect(sentence).not.toContain('two words');
  });

  it('stops at a list of engines that it does not know, and at a variable misspelt', () => {
    expect(refusal({ PHOENIX_AI_ENGINES: 'gemini' })).toContain(
      'PHOENIX_AI_ENGINES is "gemini"; expected local, or the outside engines in the order',
    );
    expect(refusal({ ...google, PHOENIX_AI_ENGINE: 'local' })).toContain(
      'PHOENIX_AI_ENGINE is not a variable that Phoenix knows; expected PHOENIX_AI_ENGINES in its place',
    );
  });

  it('R31: sends no text and no key unencrypted in production', () => {
    const proxy = { ...google, GOOGLE_API_URL: 'http://proxy:8080/v1beta' };
    expect(refusal(proxy)).toContain('GOOGLE_API_URL would send texts and the key unencrypted');
    expect(parse({ ...proxy, PHOENIX_ENV: 'test' }).GOOGLE_API_URL).toBe(proxy.GOOGLE_API_URL);
  });
});
