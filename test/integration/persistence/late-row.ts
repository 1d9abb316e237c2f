import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { transaction, type DataSource } from '#libs/persistence';
import { eventually } from '#libs/testing';
import type { MemoryStream } from './memory-stream.js';
import type { Relays } from './relays.js';
import { marks, record, recordIn } from './test-events.js';

/** R16: an event that becomes visible after one with a higher row id is published all the same, within `withinMs`. */
export async function expectLateRowPublished(
  house: { dataSource: DataSource; relays: Relays; stream: MemoryStream },
  withinMs?: number,
): Promise<void> {
  const { dataSource, relays, stream } = house;
  relays.start(stream);
  let first = '';
  let second: string[] = [];
  await transaction(dataSource, async (tx) => {
    first = await recordIn(tx, randomUUID());
    second = await record(dataSource, 1);
    await eventually(
      () => stream.ids(),
      (ids) => ids.length === 1,
    );
  });
  const marked = () => marks(dataSource);
  await eventually(marked, (rows) => rows.every(({ seq }) => seq !== null), withinMs).catch(
    () => undefined,
  );
  expect(stream.ids()).toEqual([...second, first]);
  expect(await marked()).toEqual([
    { id: first, seq: 2 },
    { id: second[0], seq: 1 },
  ]);
}
