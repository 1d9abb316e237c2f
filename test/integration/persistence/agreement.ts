import { expect } from '@jest/globals';
import type { DataSource, OutboxRelay } from '#libs/persistence';
import { eventually } from '#libs/testing';
import type { MemoryStream } from './memory-stream.js';
import { settled, statusWhere, type Relays } from './relays.js';
import { marks, record } from './test-events.js';

interface Scene {
  readonly dataSource: DataSource;
  readonly relays: Relays;
  readonly stream: MemoryStream;
}

/** The relay's problem, once it has one. */
export async function problemOf(relay: OutboxRelay): Promise<string | null> {
  return (await statusWhere(relay, ({ problem }) => problem !== null)).problem;
}

/** Events that are published and marked by a relay that has stopped since, after some of another service. */
export async function publishAndStop(
  { dataSource, relays, stream }: Scene,
  count: number,
): Promise<string[]> {
  stream.addForeign(2);
  const ids = await record(dataSource, count);
  const relay = relays.start(stream);
  await eventually(
    () => stream.ids(),
    (seen) => seen.length === count,
  );
  await settled(relay);
  await relay.stop();
  return ids;
}

/** The stream holds each event of the outbox once, where its mark says. */
export async function expectAgreed(dataSource: DataSource, stream: MemoryStream): Promise<void> {
  const rows = await eventually(
    () => marks(dataSource),
    (all) => all.every(({ seq }) => seq !== null),
  );
  for (const { id, seq } of rows) expect(stream.messages[seq! - 1]?.id).toBe(id);
  expect(stream.ids().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
}
