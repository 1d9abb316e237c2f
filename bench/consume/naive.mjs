import { randomUUID } from 'node:crypto';
import { DataSource, EntitySchema } from 'typeorm';
import { catalogue, catalogueVersion, consumeEnergy } from '#libs/contracts';
import { EventStream } from '#libs/messaging';
import { PersistenceModule } from '#libs/persistence';
import { startHub } from '../hub/start-hub.mjs';

const accounts = new EntitySchema({
  name: 'accounts',
  columns: {
    userId: { name: 'user_id', type: 'uuid', primary: true },
    version: { type: 'bigint' },
    balance: { type: 'int' },
    held: { type: 'int' },
    lastAt: { name: 'last_at', type: 'timestamptz' },
  },
});

const entries = new EntitySchema({
  name: 'entries',
  columns: {
    id: { type: 'uuid', primary: true },
    userId: { name: 'user_id', type: 'uuid' },
    version: { type: 'bigint' },
    kind: { type: 'text' },
    action: { type: 'text' },
    amount: { type: 'int' },
    listCost: { name: 'list_cost', type: 'int' },
    grants: { type: 'jsonb' },
    balance: { type: 'int' },
    occurredAt: { name: 'occurred_at', type: 'timestamptz' },
  },
});

/**
 * The way it is written first, and told to work: a transaction of find for update, save and save, and the event
 * published when it is committed. It writes less than the hub (no key, no grants, no outbox), and a crash between
 * commit and publish loses the event.
 * @param {any} request
 * @param {import('#libs/messaging').Call} call
 * @param {DataSource} dataSource
 * @param {EventStream} stream
 */
async function consume({ action, idempotencyKey }, call, dataSource, stream) {
  const { userId } = call;
  const { cost } = catalogue[/** @type {keyof typeof catalogue} */ (action)];
  const entryId = randomUUID();
  const occurredAt = new Date();
  const { balance, version, held } = await dataSource.transaction(async (tx) => {
    const account = await tx.findOneOrFail(accounts, {
      where: { userId },
      lock: { mode: 'pessimistic_write' },
    });
    if (account.balance - account.held < cost) throw new Error('This account is not covered.');
    account.balance -= cost;
    account.version = Number(account.version) + 1;
    account.lastAt = occurredAt;
    await tx.save(accounts, account);
    const { version: at, balance: left } = account;
    const entry = { id: entryId, userId, version: at, kind: 'consume', action, amount: -cost };
    await tx.save(entries, { ...entry, listCost: cost, grants: [], balance: left, occurredAt });
    return account;
  });
  const cause = call.cause();
  await stream.append({
    envelope: {
      ...cause,
      id: randomUUID(),
      source: 'hub',
      type: 'EnergyConsumed',
      eventVersion: 1,
      userId,
      subjectVersion: version,
      occurredAt: occurredAt.toISOString(),
    },
    data: JSON.stringify({
      ...{ entryId, action, cost, listCost: cost, catalogueVersion, grants: [], idempotencyKey },
      ...{ fingerprint: call.fingerprint(), balance, held },
    }),
  });
  return { entryId, action, cost, balance, available: balance - held, version };
}

await startHub({
  contract: consumeEnergy,
  handler: consume,
  tokens: [DataSource, EventStream],
  persistence: (config, log) =>
    PersistenceModule.forService({
      service: 'hub',
      url: config.DATABASE_URL,
      ownerUrl: config.DATABASE_OWNER_URL,
      migrations: [],
      entities: [accounts, entries],
      log,
    }),
});
