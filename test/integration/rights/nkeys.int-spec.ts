import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nkeys } from '@nats-io/transport-node';
import { ensureNkeys } from '../../../tools/stack/index.mjs';

describe('the NATS credentials of a home', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'phoenix-nkeys-'));
  });
  afterEach(() => rm(home, { recursive: true }));

  it('are seeds that only their owner reads, with the public keys that NATS makes of them', async () => {
    const { seedFiles, publicKeys, publicKeysFile } = await ensureNkeys(home, ['hub', 'my-reader']);
    for (const [name, variable] of [
      ['hub', 'PHOENIX_NKEY_HUB'],
      ['my-reader', 'PHOENIX_NKEY_MY_READER'],
    ] as const) {
      const file = seedFiles[name]!;
      const seed = new TextEncoder().encode((await readFile(file, 'utf8')).trim());
      const key = nkeys.fromSeed(seed).getPublicKey();
      expect(publicKeys[variable]).toBe(key);
      expect(await readFile(publicKeysFile, 'utf8')).toContain(`${variable}=${key}\n`);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  it('stay what they are at the next start, and a deleted one is made anew', async () => {
    const first = await ensureNkeys(home, ['hub', 'cv']);
    await rm(first.seedFiles.cv!);
    const second = await ensureNkeys(home, ['hub', 'cv']);
    expect(second.publicKeys.PHOENIX_NKEY_HUB).toBe(first.publicKeys.PHOENIX_NKEY_HUB);
    expect(second.publicKeys.PHOENIX_NKEY_CV).not.toBe(first.publicKeys.PHOENIX_NKEY_CV);
  });

  it.each(['', 'SUAAAA', 'UABC', 'not a seed'])(
    'are not made of a file that holds "%s"',
    async (text) => {
      const file = join(home, 'nats-hub.nk');
      await writeFile(file, text);
      await expect(ensureNkeys(home, ['hub'])).rejects.toThrow(
        `${file} does not hold the seed of a NATS user. Delete it: a new one is made.`,
      );
    },
  );
});
