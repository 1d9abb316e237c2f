import { setTimeout as pause } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { forgetStores } from './forget-stores.mjs';

/** What keeps a process alive and belongs to nobody but the test file: jest itself has none of these while it waits. */
const watched = ['Timeout', 'TCPSocketWrap', 'TCPServerWrap', 'ProcessWrap'];
const withinMs = 3_000;

/**
 * The environment of a test file that leaves nothing running: what it does not stop fails it, instead of holding the
 * run up. A file that runs alone shares its process with jest's reporter, whose timer may hide one; jest then does not end.
 */
export default class LeavesNothing extends TestEnvironment {
  before = running();

  async teardown() {
    const left = await this.left();
    await super.teardown();
    forgetStores();
    if (left.length > 0) {
      throw new Error(`The test file ended and left running: ${left.join(', ')}. Stop it there.`);
    }
  }

  async left() {
    const end = performance.now() + withinMs;
    for (;;) {
      const left = beyond(running(), this.before);
      if (left.length === 0 || performance.now() > end) return left;
      await pause(20);
    }
  }
}

function running() {
  return process.getActiveResourcesInfo().filter((kind) => watched.includes(kind));
}

/** What there is now and was not then, however many of one kind. @param {string[]} now @param {string[]} then */
function beyond(now, then) {
  const rest = [...then];
  return now.filter((kind) => {
    const place = rest.indexOf(kind);
    if (place !== -1) rest.splice(place, 1);
    return place === -1;
  });
}
