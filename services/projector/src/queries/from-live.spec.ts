import { describe, expect, it } from '@jest/globals';
import { fromLive } from './from-live.js';

const gone = Object.assign(new Error('relation "energy_history_v2" does not exist'), {
  code: '42P01',
});

describe('a read where the pointer says', () => {
  it('R25: is done once more when the build was dropped under it', async () => {
    const answers = [() => Promise.reject(gone), () => Promise.resolve('rows')];
    expect(await fromLive(() => answers.shift()!())).toBe('rows');
  });

  it('fails as the second one does, and at once for any other reason', async () => {
    let reads = 0;
    const failing = (error: Error) => () => {
      reads++;
      return Promise.reject(error);
    };
    await expect(fromLive(failing(gone))).rejects.toBe(gone);
    expect(reads).toBe(2);
    const other = new Error('no more memory');
    await expect(fromLive(failing(other))).rejects.toBe(other);
    expect(reads).toBe(3);
  });
});
