import { describe, expect, it } from '@jest/globals';
import { compose } from './containers.js';

const ops = (...args: string[]) => compose('run', '--rm', '--no-TTY', 'ops', ...args);

describe('the operator’s command line in its container', () => {
  it('says that all is well', async () => {
    expect(await ops('status')).toContain('All is well.');
  }, 60_000);

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
});
