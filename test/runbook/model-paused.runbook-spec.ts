import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

describe('a read model must stand still', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R24: stands still until it is told to go on', async () => {
    await night.operator.follow('A read model must stand still', {}, { 1: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 120_000);
});
