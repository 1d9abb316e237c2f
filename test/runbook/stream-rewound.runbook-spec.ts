import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Night } from './night.js';

describe('the event stream was rewound', () => {
  let night: Night;

  beforeAll(async () => {
    night = await Night.begin();
  }, 180_000);
  afterAll(() => night?.end(), 60_000);

  it('R18, R19: is made anew from the outboxes', async () => {
    const nats = join(night.stack.home, 'nats');
    await night.user();
    await night.down();
    await cp(nats, `${nats}-older`, { recursive: true });
    await night.up();
    // Events of two services, one between the other's: put back one service after the other they stand otherwise.
    for (let n = 0; n < 8; n++) await night.user();
    await night.down();
    await rm(nats, { recursive: true });
    await cp(`${nats}-older`, nats, { recursive: true });
    await night.operator.type('npm start');
    await night.operator.notices(/rewound|was cut/);
    await night.stack.down();
    await night.operator.follow('The event stream was rewound', {}, { 2: 1 });
    expect(await night.operator.lastStatus()).toContain('All is well.');
  }, 400_000);
});
