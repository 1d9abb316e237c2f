import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock, withLock } from './folder-lock.mjs';
import { startOf } from './process-identity.mjs';

describe('a folder lock', () => {
  /** @type {string} */
  let folder;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'phoenix-lock-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const path = () => join(folder, 'a.lock');

  it('is held by one at a time, and names its holder', async () => {
    const first = await tryLock(path());
    expect(first).toHaveProperty('release');
    expect(await tryLock(path())).toEqual({
      heldBy: { pid: process.pid, startedAt: startOf(process.pid) },
    });
    if ('release' in first) await first.release();
    expect(await tryLock(path())).toHaveProperty('release');
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 30, startedAt: '1' }],
    ['an earlier process that had the same id', { pid: process.pid, startedAt: 'earlier' }],
  ])('is taken over from %s, leaving nothing behind', async (_who, holder) => {
    await mkdir(path());
    await writeFile(join(path(), 'holder.json'), JSON.stringify(holder));
    expect(await tryLock(path())).toHaveProperty('release');
    expect(await readdir(folder)).toEqual(['a.lock']);
  });

  it('lets many take turns', async () => {
    let inside = 0;
    let most = 0;
    const turns = Array.from({ length: 20 }, () =>
      withLock(path(), async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      }),
    );
    await Promise.all(turns);
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });
});
