import { setTimeout as pause } from 'node:timers/promises';
import { connect, type ConnectionOptions, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';
import { nkeyCredential } from './permissions/nkey-credential.js';
import { serverAddresses } from './server-addresses.js';

export interface ConnectOptions {
  readonly servers: readonly string[];
  /** Whose credential it is: the inbox of the connection stands below `_INBOX.<caller>`, where nobody else reads. */
  readonly caller: string;
  /** Tells this connection from the caller's others. */
  readonly name: string;
  /** The path of the caller's nkey seed. */
  readonly seedFile: string;
  readonly log: Log;
  /** How long to wait for the first connect, in milliseconds; for ever unless given. */
  readonly withinMs?: number;
}

const remindEveryMs = 5_000;

/**
 * Waits until a server answers and takes the credential, and says now and then what it waits for. Throws when there
 * is no seed in the file, and when `withinMs` is over, with that reason.
 */
export async function firstConnect(
  options: ConnectOptions,
  inboxPrefix: string,
): Promise<NatsConnection> {
  const { servers, caller, name, seedFile, log, withinMs } = options;
  const { addresses, ...inAddress } = serverAddresses(servers);
  const credential = await nkeyCredential(seedFile);
  const where = addresses.join(', ');
  const waitsFor = () =>
    credential.timesAsked === 0
      ? `NATS does not answer at ${where}.`
      : `NATS at ${where} does not take the credential of ${caller} (${seedFile}): its configuration must name the public key ${credential.publicKey}, see deploy/nats/README.md.`;
  log.info(`connecting to NATS at ${where}`);
  const remind = setInterval(() => log.warn(waitsFor()), remindEveryMs);
  const attempt = {
    ...patience,
    ...inAddress,
    // Whoever gives up after a while leaves no attempt behind that goes on for ever.
    ...(withinMs !== undefined && {
      waitOnFirstConnect: false,
      timeout: Math.min(withinMs, handshakeMs),
    }),
    authenticator: credential.authenticator,
    servers: addresses,
    name: `${caller}-${name}`,
    inboxPrefix,
  };
  try {
    if (withinMs === undefined) return await connect(attempt);
    return await connectWithin(withinMs, attempt, () => new Error(waitsFor()));
  } finally {
    clearInterval(remind);
  }
}

/** Tries again until a server takes the credential or the time is over, which it throws. */
async function connectWithin(
  withinMs: number,
  attempt: ConnectionOptions,
  timeIsOver: () => Error,
): Promise<NatsConnection> {
  const end = performance.now() + withinMs;
  for (;;) {
    const connecting = connect(attempt).catch(() => undefined);
    const leftMs = Math.max(0, end - performance.now());
    const connected = await Promise.race([connecting, pause(leftMs, undefined, { ref: false })]);
    if (connected) return connected;
    void connecting.then((late) => late?.close());
    if (performance.now() >= end) throw timeIsOver();
    await pause(Math.min(patience.reconnectTimeWait, end - performance.now()));
  }
}

/**
 * How long one handshake may take, in milliseconds: the server itself waits two seconds for its part. The client
 * library does not see that a line was cut in the midst of one, and would wait for 20 seconds.
 */
const handshakeMs = 3_000;

const patience = {
  timeout: handshakeMs,
  maxReconnectAttempts: -1,
  waitOnFirstConnect: true,
  reconnectTimeWait: 100,
  reconnectJitter: 100,
  pingInterval: 10_000,
  maxPingOut: 2,
  // Credentials may be wrong for a moment, while they are changed.
  ignoreAuthErrorAbort: true,
  // Two stack traces a request were half of a client's CPU.
  noAsyncTraces: true,
} satisfies ConnectionOptions;
