import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureBuilt } from '../../../tools/stack/index.mjs';
import { WebsiteStack } from './website-stack.js';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('the page', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    await ensureBuilt();
    web = await WebsiteStack.start();
  }, 120_000);
  afterAll(() => web?.stop());

  const open = (path: string) => web.request(path, { headers: { accept: browser } });

  it('is given to browsers, in French, and is asked for anew each time', async () => {
    const { status, headers, json } = await open('/');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('vary')).toBe('accept');
    expect(json).toContain('<html lang="fr">');
  });

  it('lets in what is from here, and neither scripts nor styles in the page itself', async () => {
    const { headers, json } = await open('/');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; /);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|data:|https?:/);
    expect(json).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/i);
    const elsewhere = [...json.matchAll(/(?:src|href)="([^"]*)"/g)].filter(
      ([, address]) => !address.startsWith('/assets/'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('is made of files that may be kept for ever', async () => {
    const { json } = await open('/');
    const files = [...json.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      const { status, headers } = await open(file);
      expect([file, status]).toEqual([file, 200]);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-encoding')).toBe('gzip');
      const plain = await web.request(file, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(plain.json).toBe((await open(file)).json);
    }
  });

  it('takes the place of no address: unknown ones stay problems, and tools get JSON', async () => {
    for (const path of [
      '/api/nowhere',
      '/nowhere',
      '/assets/nothing.js',
      '/assets/../index.html',
    ]) {
      expect(await open(path)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    }
    expect((await web.get('/')).json).toMatchObject({ service: 'phoenix' });
  });
});
