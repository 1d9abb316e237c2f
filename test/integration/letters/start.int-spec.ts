import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, jest } from '@jest/globals';

const main = fileURLToPath(new URL('../../../dist/services/letters/src/main.js', import.meta.url));
// A process of its own takes its time on a busy machine.
jest.setTimeout(90_000);

const key = 'a-key-that-nobody-may-ever-read';
const complete = {
  PATH: process.env.PATH,
  NATS_URL: 'nats://127.0.0.1:1',
  NATS_NKEY_SEED_FILE: '/no-such-file.nk',
  DATABASE_URL: 'postgres://phoenix_letters:pw@127.0.0.1:1/phoenix',
};

/** What the process says as it ends, and how it ends; the environment is read before anything else is tried. */
function start(env: NodeJS.ProcessEnv): Promise<{ code: unknown; said: string }> {
  return new Promise((ended) => {
    execFile(process.execPath, [main], { env: { ...complete, ...env } }, (error, out, err) =>
      ended({ code: error?.code ?? 0, said: out + err }),
    );
  });
}

describe('the start of letters', () => {
  it('R31: is refused in production until an engine is chosen', async () => {
    const { code, said } = await start({});
    expect(code).toBe(1);
    expect(said).toContain('letters cannot start: one fault in its environment variables.');
    expect(said).toContain('PHOENIX_AI_ENGINES is not set, and production has no engine');
  });

  it('is refused with the right name of a key that is misspelt, and without the key', async () => {
    const google = { PHOENIX_AI_ENGINES: 'google:gemini-2.5-flash' };
    const { code, said } = await start({ ...google, GEMIN_API_KEY: key });
    expect(code).toBe(1);
    expect(said).toContain(
      'GEMIN_API_KEY is set, but GOOGLE_API_KEY is not; expected the name to be GOOGLE_API_KEY.',
    );
    expect(said).not.toContain(key);
  });
});
