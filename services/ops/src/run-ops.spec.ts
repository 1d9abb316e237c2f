import { describe, expect, it } from '@jest/globals';
import { runOps } from './run-ops.js';

const run = async (argv: string[], env: NodeJS.ProcessEnv = {}) => {
  const written = { stdout: '', stderr: '' };
  const exitCode = await runOps(argv, {
    env,
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { exitCode, ...written };
};

const grant = ['account', 'grant', '--user', '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11'];
const house = { NATS_URL: 'nats://127.0.0.1:1', NATS_NKEY_SEED_FILE: '/nowhere' };

describe('the command line', () => {
  it.each([[['--help']], [['status', '--help']], [['tail', '--help']], [['books', '--help']]])(
    'shows examples or verbs for %j, without any configuration',
    async (argv) => {
      const { exitCode, stdout, stderr } = await run(argv);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toMatch(argv.length > 1 ? /Examples:\n {2}npm run phoenix -- / : /books/);
    },
  );

  it.each([
    [[], 'Usage:'],
    [['stats'], '(Did you mean status?)'],
    [['status', '--jsn'], '(Did you mean --json?)'],
    [['status', 'everything'], 'too many arguments'],
    [['tail', '--type', 'EnergyEaten'], 'Allowed choices are AccountOpened'],
    [['tail', '--from-seq', '0'], 'a whole number from 1'],
    [['tail', '--limit', ''], 'a whole number from 1'],
    [['token'], "required option '--user <uuid>'"],
    [['token', '--user', '42'], 'It should be a UUID.'],
    [['token', '--user', '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11', '--hours', '721'], 'up to 720'],
    [[...grant, '--until', '2027-02-30'], 'It should be a date such as'],
  ])('answers %j with usage and exit code 2', async (argv, said) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).toContain('Usage: npm run phoenix --');
  });

  it('lists what is missing in its environment, and ends with 1', async () => {
    const { exitCode, stderr } = await run(['status']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('NATS_URL is not set');
  });

  it.each([['token', '--user', '9b2a5e2e-5f0c-4c7e-8f43-0b9b8a0f3b11'], ['sign-in-link']])(
    'R31: makes no %s in production, which is what it is in unless told otherwise',
    async (...argv) => {
      const env = { ...house, PHOENIX_SIGNING_KEY_FILE: '/nowhere' };
      const { exitCode, stdout, stderr } = await run(argv, env);
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      expect(stderr).toMatch(/^This is production .*people sign in/);
    },
  );

  it('says in a sentence that no broker answers, and what to do, without a stack', async () => {
    const { exitCode, stdout, stderr } = await run(['status'], {
      ...house,
      NATS_URL: 'me:secret@127.0.0.1:1',
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(
      /^NATS does not answer at .*127\.0\.0\.1:1\..*`npm start` starts it\.\n$/,
    );
    expect(stderr).not.toContain('secret');
  });
});
