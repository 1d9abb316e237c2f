import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from '#libs/messaging';
import { eventually, TestStack } from '#libs/testing';

/** The client library by itself takes 20 seconds. */
const soonerMs = 15_000;

describe('R21: a line to NATS that is cut in the midst of a handshake', () => {
  let stack: TestStack;
  let server: Server;
  let connection: Connection | undefined;
  const lines = new Set<Socket>();
  let toCut = 0;

  beforeAll(async () => {
    stack = await TestStack.start();
    const target = new URL(stack.broker.url);
    server = createServer((client) => {
      const nats = connect(Number(target.port), target.hostname);
      const both = [client, nats];
      const drop = () => both.forEach((socket) => socket.destroy());
      for (const socket of both) lines.add(socket.on('error', drop).on('close', drop));
      client.on('data', (bytes) => {
        if (toCut === 0 || !bytes.includes('CONNECT ')) return void nats.write(bytes);
        toCut -= 1;
        drop();
      });
      nats.on('data', (bytes) => client.write(bytes));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    await connection?.close();
    for (const line of lines) line.destroy();
    server?.close();
    await stack?.stop();
  });

  it('is tried again long before the client library would by itself', async () => {
    toCut = 1;
    const opened = Connection.open({
      servers: [`nats://127.0.0.1:${(server.address() as AddressInfo).port}`],
      caller: 'letters',
      name: 'cut',
      seedFile: stack.broker.seedFile('letters'),
      log: stack.log,
    });
    void opened.then((one) => (connection = one));
    await eventually(() => connection?.connected === true, Boolean, soonerMs);
    expect(toCut).toBe(0);
  });

  it('comes back in the same way when it was lost', async () => {
    let reconnects = 0;
    connection!.onReconnect(() => (reconnects += 1));
    toCut = 1;
    for (const line of lines) line.destroy();
    await eventually(() => reconnects > 0, Boolean, soonerMs);
    expect(toCut).toBe(0);
  });
});
