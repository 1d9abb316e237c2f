import { Connection, MessageClient } from '#libs/messaging';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { opsLog } from './ops-log.js';
import { anyReachable } from './reachable.js';

const withinMs = 5_000;

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
  const { NATS_URL: servers, NATS_NKEY_SEED_FILE: seedFile } = ops.config;
  // A connection that is opening waits, so it is asked first whether anybody is there.
  if (!(await anyReachable(servers, withinMs))) {
    throw brokerAway(`NATS does not answer at ${servers.map(withoutUser).join(', ')}.`);
  }
  const name = String(process.pid);
  const options = { servers, caller: 'ops', name, seedFile, log: opsLog(ops), withinMs };
  return Connection.open(options).catch((error: Error) => {
    throw brokerAway(error.message, error);
  });
}

function brokerAway(sentence: string, cause?: Error): OpsError {
  return new OpsError(sentence, 'Is the stack running? `npm start` starts it.', { cause });
}

/** An address may hold a password, with or without a scheme before it. */
function withoutUser(server: string): string {
  return server.replace(/^(\w+:\/\/)?.*@/, '$1');
}
