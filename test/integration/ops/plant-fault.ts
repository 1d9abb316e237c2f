import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream';
import { streamName, usersOf } from '#libs/messaging';
import { keeper } from '#libs/testing';
import type { FaultySettings } from '../../../libs/testing/src/broker.js';
import { connectRaw } from '../wire/raw-connection.js';
import type { OpsStack } from './ops-stack.js';

/** A fault as somebody might make it, and how it is taken back. */
export interface PlantedFault {
  plant(house: OpsStack): Promise<unknown>;
  mend(house: OpsStack): Promise<unknown>;
}

/** SQL of an administrator, and what undoes it; `:database` is the name of ours. */
export function sql(plant: string, mend: string): PlantedFault {
  const run =
    (text: string) =>
    async ({ stack: { database } }: OpsStack) => {
      const name = new URL(database.adminUrl).pathname.slice(1);
      for (const one of text.replaceAll(':database', name).split(';')) await database.query(one);
    };
  return { plant: run(plant), mend: run(mend) };
}

/** A setting of the whole server of Postgres. */
export function postgresSetting(name: string, value: string): PlantedFault {
  const reload = 'SELECT pg_reload_conf()';
  return sql(
    `ALTER SYSTEM SET ${name} = ${value}; ${reload}`,
    `ALTER SYSTEM RESET ${name}; ${reload}`,
  );
}

/** nats-server set up otherwise. */
export function brokerSetting(faulty: FaultySettings): PlantedFault {
  const restart = (settings?: FaultySettings) => async (house: OpsStack) => {
    await house.stack.broker.kill();
    await house.stack.broker.restart(settings);
  };
  return { plant: restart(faulty), mend: restart() };
}

/** Letters may tell of energy, and its relay may not read back. */
export const wrongPermissions = brokerSetting({
  users: usersOf().map((user) => {
    if (user.name !== 'letters') return user;
    const publish = user.rights.publish.filter(({ subject }) => !subject.includes('MSG.NEXT'));
    const forged = { subject: 'phoenix.event.hub.>', why: 'planted' };
    return { ...user, rights: { ...user.rights, publish: [...publish, forged] } };
  }),
});

/** Settings of the stream changed by hand, and put back. */
export function streamSetting(changed: Partial<StreamConfig>): PlantedFault {
  let before: StreamConfig | undefined;
  const update = async (house: OpsStack, settings: () => Partial<StreamConfig>) => {
    const nats = await connectRaw(house.stack.broker, keeper);
    try {
      const manager = await jetstreamManager(nats);
      before ??= (await manager.streams.info(streamName)).config;
      await manager.streams.update(streamName, settings());
    } finally {
      await nats.close();
    }
  };
  return {
    plant: (house) => update(house, () => changed),
    mend: (house) => update(house, () => before!),
  };
}

/** An instance of another release beside ours, as it would tell of itself. */
export function strangeInstance(version: string): PlantedFault {
  let leave = async (): Promise<void> => undefined;
  return {
    async plant(house) {
      const nats = await connectRaw(house.stack.broker, 'hub');
      const told = { name: 'hub', id: 'left-over', version, started: new Date().toISOString() };
      nats.subscribe('$SRV.STATS', {
        callback: (_error, message) => void message.respond(JSON.stringify(told)),
      });
      await nats.flush();
      leave = () => nats.close();
    },
    mend: () => leave(),
  };
}

/** The clock of whoever runs the command. */
export function clockOff(byMs: number): PlantedFault {
  return {
    plant: async (house) => void (house.now = () => Date.now() + byMs),
    mend: async (house) => void (house.now = Date.now),
  };
}

/** The months after this one taken off the event store. */
export function monthsNotAhead(): PlantedFault {
  const taken: { parent: string; part: string; bound: string }[] = [];
  return {
    async plant({ stack: { database } }) {
      const parts = await database.query<(typeof taken)[number]>(
        `SELECT inhparent::regclass::text AS parent, inhrelid::regclass::text AS part,
                pg_get_expr(relpartbound, inhrelid) AS bound
         FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
         WHERE inhparent::regclass::text ~ 'event_store' AND relkind = 'r' AND relname !~ 'first'`,
      );
      taken.push(...parts);
      for (const { parent, part } of parts)
        await database.query(`ALTER TABLE ${parent} DETACH PARTITION ${part}`);
    },
    async mend({ stack: { database } }) {
      for (const { parent, part, bound } of taken)
        await database.query(`ALTER TABLE ${parent} ATTACH PARTITION ${part} ${bound}`);
    },
  };
}
