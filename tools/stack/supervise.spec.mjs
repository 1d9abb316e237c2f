import { describe, expect, it } from '@jest/globals';
import { spawnBound } from './bound-process.mjs';
import { startedOrStopped, supervise } from './supervise.mjs';

const node = (/** @type {string} */ code, /** @type {(line: string) => void} */ onLine) =>
  spawnBound(process.execPath, ['-e', code], {}, onLine);
const stayUp = 'setInterval(() => {}, 1000); console.log(process.pid)';

/** Supervises a program and gives each line that it or the supervisor says to whoever waits for it. */
function supervised(/** @type {string} */ code) {
  /** @type {string[]} */
  const said = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const hear = (/** @type {string} */ line) => {
    said.push(line);
    for (const look of waiting) look();
  };
  const supervisor = supervise({ name: 'it', log: hear, start: async () => node(code, hear) });
  const heard = (/** @type {RegExp} */ wanted, count = 1) =>
    new Promise((/** @type {(lines: string[]) => void} */ resolve) => {
      const look = () => {
        const found = said.filter((line) => wanted.test(line));
        if (found.length >= count) resolve(found);
      };
      waiting.push(look);
      look();
    });
  return { supervisor, heard };
}

describe('a supervised process', () => {
  it('starts again when it was killed, and says so', async () => {
    const { supervisor, heard } = supervised(stayUp);
    await heard(/^\d+$/);
    supervisor.kill();
    const [first, second] = await heard(/^\d+$/, 2);
    expect(second).not.toBe(first);
    expect(await heard(/SIGKILL/)).toEqual(['it was ended by SIGKILL; it starts again in 0.2 s']);
    expect(supervisor.exits).toBe(1);
    await supervisor.stop();
  });

  it('waits twice as long after each end', async () => {
    const { supervisor, heard } = supervised('process.exit(3)');
    expect(await heard(/ended/, 2)).toEqual([
      'it ended with code 3; it starts again in 0.2 s',
      'it ended with code 3; it starts again in 0.4 s',
    ]);
    await supervisor.stop();
  });

  it('starts at once when it is restarted for a reason, which is no failure', async () => {
    const { supervisor, heard } = supervised(stayUp);
    await heard(/^\d+$/);
    await supervisor.restart('its code changed');
    await heard(/^\d+$/, 2);
    expect(await heard(/restarts/)).toEqual(['it restarts: its code changed']);
    expect(supervisor.exits).toBe(0);
    await supervisor.stop();
  });

  it('is gone after stop, also one that does not heed SIGTERM', async () => {
    const { supervisor, heard } = supervised(`process.on('SIGTERM', () => {}); ${stayUp}`);
    const [pid] = await heard(/^\d+$/);
    await supervisor.stop('SIGTERM', 50);
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  it('that cannot start at all ends the wait for it with the reason', async () => {
    const supervisor = supervise({
      name: 'it',
      log: () => {},
      start: () => Promise.reject(new Error('the disk is full')),
    });
    await expect(startedOrStopped(supervisor)).rejects.toThrow('the disk is full');
  });
});
