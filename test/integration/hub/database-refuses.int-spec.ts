import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { captureHold, refundEnergy } from '#libs/contracts';
import { HubStack } from './hub-stack.js';

const [denied, appendOnly, check, unique] = ['42501', '23001', '23514', '23505'];

const again = (table: string, changed: Record<string, string>, where: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(row, '${JSON.stringify(changed)}')).*
   FROM ${table} AS row WHERE ${where}`;
const entryAgain = (version: string, where: string) =>
  again('entries', { id: randomUUID(), version }, where);

/** What is refused to the role of the running hub, and to the owner of its schema, each with the error of Postgres. */
const refused: [
  what: string,
  sql: string,
  runTime: string | undefined,
  owner: string | undefined,
][] = [
  ['a negative balance', 'UPDATE accounts SET balance = -1', check, check],
  ['more held than there is', 'UPDATE accounts SET held = 1000', check, check],
  ['less than nothing in a grant', 'UPDATE grants SET remaining = -1', check, check],
  ['a changed entry', 'UPDATE entries SET amount = 1', denied, appendOnly],
  ['a deleted entry', 'DELETE FROM entries', denied, appendOnly],
  ['emptied entries', 'TRUNCATE entries CASCADE', denied, appendOnly],
  ['a second refund of an action', entryAgain('50', `kind = 'refund'`), unique, unique],
  [
    'a second settlement of a hold',
    `UPDATE holds SET state = 'released', captured = 0, settled_at = now() WHERE state = 'captured'`,
    appendOnly,
    appendOnly,
  ],
  [
    'a settled hold that is open again',
    `UPDATE holds SET state = 'open', captured = NULL, settled_at = NULL WHERE state = 'captured'`,
    appendOnly,
    appendOnly,
  ],
  ['a second capture of a hold', entryAgain('51', `kind = 'capture'`), unique, unique],
  ['another price for a hold', 'UPDATE holds SET amount = 1', denied, appendOnly],
  ['a deleted hold', 'DELETE FROM holds', denied, appendOnly],
  ['a grant that becomes a second welcome', `UPDATE grants SET source = 'welcome'`, denied, unique],
  ['a changed answer', `UPDATE idempotency_keys SET reply = '{}'`, denied, appendOnly],
  ['a forgotten key', 'DELETE FROM idempotency_keys', denied, appendOnly],
  ['other words of staff', `UPDATE staff_actions SET reason = ''`, denied, appendOnly],
];

describe('R15: the database itself refuses', () => {
  let hub: HubStack;
  let userId: string;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    hub = await HubStack.start({ hubs: 1 });
    const user = await hub.account();
    ({ userId } = user);
    await hub.grant(user, 5);
    const { entryId } = await hub.consume(user, 'lettre_motivation');
    const refund = { entryId, idempotencyKey: randomUUID() };
    await hub.website.request(refundEnergy, refund, user.caller);
    const [{ holdId }] = [await hub.hold(user), await hub.hold(user)];
    const capture = { userId, holdId, idempotencyKey: randomUUID() };
    await hub.letters.request(captureHold, capture, hub.nobody);
    const { DATABASE_URL, DATABASE_OWNER_URL } = hub.stack.environment('hub');
    for (const [role, connectionString] of Object.entries({
      runTime: DATABASE_URL!,
      owner: DATABASE_OWNER_URL!,
    })) {
      clients[role] = new Client({ connectionString });
      await clients[role].connect();
    }
  });
  afterAll(async () => {
    await Promise.all(Object.values(clients).map((client) => client.end()));
    await hub?.stop();
  });

  it.each(refused)('%s', async (_, sql, runTime, owner) => {
    await expect(clients.runTime!.query(sql)).rejects.toMatchObject({ code: runTime });
    await expect(clients.owner!.query(sql)).rejects.toMatchObject({ code: owner });
  });

  it('a second welcome', async () => {
    const welcome = `INSERT INTO grants (id, user_id, source, amount, remaining, granted_at)
      VALUES (gen_random_uuid(), '${userId}', 'welcome', 100, 100, now())`;
    for (const client of Object.values(clients))
      await expect(client.query(welcome)).rejects.toMatchObject({
        constraint: 'grants_one_welcome',
      });
  });

  it('what would switch that off, to the role of the running hub', async () => {
    const off = clients.runTime!.query('ALTER TABLE entries DISABLE TRIGGER USER');
    await expect(off).rejects.toMatchObject({ code: denied });
  });
});
