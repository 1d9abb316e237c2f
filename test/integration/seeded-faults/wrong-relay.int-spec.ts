import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chunkOf, type ClaimedRow } from '../../../libs/persistence/src/relay/chunk.js';
import { OutboxLog } from '../../../libs/persistence/src/relay/outbox-log.js';
import { expectLateRowPublished } from '../persistence/late-row.js';
import { MemoryStream } from '../persistence/memory-stream.js';
import { Relays } from '../persistence/relays.js';
import { TestHouse } from '../persistence/test-house.js';

interface Insides {
  readonly session: { query(sql: string, values: unknown[]): Promise<ClaimedRow[]> };
}

/** Claims what has a higher id than the last that it saw, as if rows became visible in the order of their ids. */
function claimByCursor(): OutboxLog['claim'] {
  let last = 0;
  return async function claim(this: unknown, limit: number) {
    const rows = await (this as Insides).session.query(
      `SELECT id AS line, 1 AS line_events, outbox.* FROM outbox WHERE id > $2 ORDER BY id LIMIT $1`,
      [limit, last],
    );
    last = rows.at(-1)?.id ?? last;
    return chunkOf('hub', rows);
  };
}

describe('the suite notices a relay', () => {
  let house: TestHouse;
  let relays: Relays;

  beforeAll(async () => {
    house = await TestHouse.start();
    relays = new Relays(house);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await relays.stop();
  });
  afterAll(() => house?.stop());

  it('R16: that claims by a cursor', async () => {
    jest.spyOn(OutboxLog.prototype, 'claim').mockImplementation(claimByCursor());
    const dataSource = await house.dataSource();
    const stream = new MemoryStream();
    const noticed = expectLateRowPublished({ dataSource, relays, stream }, 1_000);
    await expect(noticed).rejects.toThrow('expect(received)');
  });
});
