import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { checkBooks } from '../../books/check-books.mjs';
import { OpsStack } from './ops-stack.js';
import { forgeEvent, repeatMessage } from './raw-stream.js';

describe('R27: the independent checker', () => {
  let house: OpsStack;
  let users: string[];
  let entries: string[];

  const check = (acknowledged: string[] = []) =>
    checkBooks({
      adminUrl: house.stack.database.adminUrl,
      natsUrl: house.stack.broker.url,
      natsSeedFile: house.stack.broker.seedFile('ops'),
      acknowledged,
    });

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'letters', 'projector');
    const spenders = await Promise.all([1, 2, 3].map((times) => house.spender(times)));
    users = spenders.map(({ userId }) => userId);
    entries = spenders.flatMap((spender) => spender.entries);
    await eventually(check, ({ differences }) => differences.length === 0);
  });
  afterAll(() => house?.stop());

  it('finds every book in agreement, and each acknowledged entry once everywhere', async () => {
    expect(await check(entries)).toEqual({
      accounts: 3,
      events: 12,
      duplicatesInStream: 0,
      differences: [],
    });
  });

  it.each([
    ['hub.accounts', ['91 4 0 in the ledger', '0 held and 91 available']],
    ['projector.energy_balances_v2', ['91 4 0 in the read model']],
  ])('names a figure of %s that is not the others’', async (table, figures) => {
    await house.withOneMore(table, users[1]!, async () => {
      const { differences } = await check();
      expect(differences).toEqual(figures.map((words) => expect.stringContaining(words)));
      for (const difference of differences) expect(difference).toContain(users[1]);
    });
  });

  it('names a grant that has another rest than what is available', async () => {
    const change = (points: number) =>
      `UPDATE hub.grants SET remaining = remaining + ${points} WHERE user_id = '${users[1]}'`;
    await house.withChange(change(-1), change(1), async () => {
      const words = `account ${users[1]}: 0 held and 90 available, while open holds reserve 0 and grants have 89 left`;
      expect((await check()).differences).toEqual([words]);
    });
  });

  it('names an acknowledged entry that is nowhere', async () => {
    const lost = randomUUID();
    const { differences } = await check([...entries, lost]);
    expect(differences).toEqual([
      `acknowledged entry ${lost} is 0 times in the ledger, 0 in the stream, 0 in the event store`,
    ]);
  });

  it('names an event that is marked with a place in the stream that is not its own', async () => {
    await house.withChange(
      'UPDATE hub.outbox_published SET first_seq = first_seq + 1000 WHERE first_seq = 1',
      'UPDATE hub.outbox_published SET first_seq = first_seq - 1000 WHERE first_seq = 1001',
      async () => {
        const { differences } = await check();
        expect(differences).toContainEqual(
          expect.stringContaining('marked 1001, and in the stream of hub at 1'),
        );
      },
    );
  });

  it('names an event that is not published, and one that the event store has not', async () => {
    const { database } = house.stack;
    const [row] = await database.query<{ event_id: string }>(
      'SELECT event_id FROM projector.event_store_v1 WHERE stream_sequence = 2',
    );
    await house.withChange(
      `ALTER TABLE projector.event_store_v1 DISABLE TRIGGER USER;
       CREATE TABLE projector.kept AS SELECT * FROM projector.event_store_v1 WHERE stream_sequence = 2;
       DELETE FROM projector.event_store_v1 WHERE stream_sequence = 2`,
      `INSERT INTO projector.event_store_v1 SELECT * FROM projector.kept;
       DROP TABLE projector.kept;
       ALTER TABLE projector.event_store_v1 ENABLE TRIGGER USER`,
      async () => {
        const { differences } = await check();
        expect(differences).toEqual([
          `event ${row!.event_id} is 0 times in the event store, at , and in the stream at 2`,
        ]);
      },
    );
  });

  it('counts a message that repeats an event, which changes no book', async () => {
    await repeatMessage(house.stack.broker, 2);
    const { duplicatesInStream, differences } = await check();
    expect({ duplicatesInStream, differences }).toEqual({ duplicatesInStream: 1, differences: [] });
  });

  it('names a hole in the versions, and an event that no outbox has', async () => {
    await forgeEvent(house.stack.broker, users[0]!, 9);
    const { differences } = await check();
    expect(differences).toContainEqual(`stream: hub ${users[0]} has the versions 1 2 3 9`);
    expect(differences).toContainEqual(
      expect.stringMatching(
        /is 0 times in the outbox of , marked , and in the stream of hub at 14$/,
      ),
    );
  });
});
