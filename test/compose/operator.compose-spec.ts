import { describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { compose } from './containers.js';

const ops = (...args: string[]) => compose('run', '--rm', '--no-TTY', 'ops', ...args);

describe('the operator’s command line in its container', () => {
  it('says that all is well', async () => {
    expect(await ops('status')).toContain('All is well.');
  }, 60_000);

  it('finds nothing by which what was acknowledged could be lost', async () => {
    // Right after a start something may still be on its way.
    const found = await eventually(
      () => ops('doctor').catch(({ stdout }: { stdout: string }) => stdout),
      (said) => said.includes('Nothing was found by which this deployment could lose'),
      60_000,
    );
    expect(found).not.toContain('✗');
  }, 90_000);

  it('makes a link that signs in at the published address', async () => {
    const [, site, code] = /(http\S+)\/#connexion=(\S+)/.exec(await ops('sign-in-link')) ?? [];
    expect(site).toBe(`http://127.0.0.1:${process.env.PHOENIX_PORT}`);
    const reply = await fetch(`${site}/api/auth/sign-in-link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toContain('phoenix_session=');
  }, 60_000);

  it('makes every key anew, and everybody uses the new ones', async () => {
    const before = await compose('exec', '--no-TTY', 'hub', 'sh', '-c', 'cat /keys/*');
    for (const what of ['broker', 'tokens', 'database'])
      expect(await compose('run', '--rm', '--no-TTY', 'keys', 'rotate', what)).toContain(what);
    await compose('up', '--wait', '--force-recreate');

    const after = await compose('exec', '--no-TTY', 'hub', 'sh', '-c', 'cat /keys/*');
    const lines = after.split('\n');
    expect(lines.filter((line) => before.includes(line))).toEqual([]);
    expect(await ops('status')).toContain('All is well.');
    // Test files after this one read the keys from here.
    await compose('cp', 'keys:/keys/house/.', `${process.env.PHOENIX_TEST_STACK_HOME}/keys`);
  }, 300_000);
});
