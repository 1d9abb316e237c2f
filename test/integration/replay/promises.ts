import { expect } from '@jest/globals';
import type { TestReplay } from './test-replay.js';

/** R25: a build that was not found clean is not cut over, and what is read stays what it was. */
export async function expectNoCutOverBeforeVerify(replay: TestReplay): Promise<void> {
  const { exitCode, stderr } = await replay.replay('cutover');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: expect.stringContaining('replay verify'),
  });
  expect((await replay.projector.model('energy-history')).build).toBe(2);
}
