import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

describe('the broker’s data are lost', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R19: comes back from the outboxes', async () => {
    await night.user();
    await rm(join(night.stack.home, 'nats'), { recursive: true });
    await night.operator.notices(/stream PHOENIX_EVENTS does not exist/);
    await night.operator.follow("The broker's data are lost", {}, { 0: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 180_000);
});
