import { setTimeout as pause } from 'node:timers/promises';
import { Connection, MessageClient } from '#libs/messaging';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { opsLog } from './ops-log.js';
import { anyReachable } from './reachable.js';

const withinMs = 2_000;

/** The running house, as a command reaches it. */
export interface House {
  readonly connection: Connection;
  readonly client: MessageClient;
}

/** Connects, lets the command work, and closes. Throws an `OpsError` within seconds when no broker answers. */
export async function withHouse<T>(ops: Ops, work: (house: House) => Promise<T>): Promise<T> {
  const connection = await open(ops);
  try {
    return await work({ connection, client: new MessageClient(connection, 'ops') });
  } finally {
    await connection.close();
  }
}

async function open(ops: Ops): Promise<Connection> {
  const servers = ops.config.NATS_URL;
  // A connection that is opening waits for ever, so it is asked first whether anybody is there.
  if (!(await anyReachable(servers, withinMs))) throw brokerAway(servers);
  const opening = Connection.open({
    servers,
    caller: 'ops',
    name: String(process.pid),
    seedFile: ops.config.NATS_NKEY_SEED_FILE,
    log: opsLog(ops),
  });
  const opened = await Promise.race([opening, pause(withinMs, undefined, { ref: false })]).catch(
    (error: unknown) => {
      throw brokerAway(servers, error);
    },
  );
  if (opened) return opened;
  void opening.then((late) => late.close()).catch(() => undefined);
  throw brokerAway(servers);
}

function brokerAway(servers: readonly string[], cause?: unknown): OpsError {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return new OpsError(
    `NATS does not answer at ${servers.map(withoutUser).join(', ')}${reason}.`,
    'Is the stack running? `npm start` starts it.',
    { cause },
  );
}

/** An address may hold a password, with or without a scheme before it. */
function withoutUser(server: string): string {
  return server.replace(/^(\w+:\/\/)?.*@/, '$1');
}
