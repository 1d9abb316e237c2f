import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestBroker } from '#libs/testing';
import { authenticatorOf } from './raw-connection.js';

/** Sends a request with a header block of any bytes, which no client library would, and waits for the reply's bytes. */
export async function askWithRawHeaders(
  broker: TestBroker,
  subject: string,
  headerLines: string,
): Promise<string> {
  const { hostname, port } = new URL(broker.url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  while (!received.includes('\n')) await once(socket, 'data');
  const { nonce } = JSON.parse(received.slice('INFO '.length).split('\n')[0]!) as { nonce: string };
  const credential = (await authenticatorOf(broker))(nonce);
  const head = `NATS/1.0\r\n${headerLines}\r\n\r\n`;
  const body = '{}';
  const inbox = `_INBOX.raw.${Math.random().toString(36).slice(2)}`;
  socket.write(
    `CONNECT ${JSON.stringify({ headers: true, no_responders: true, verbose: false, lang: 'raw', version: '1', ...credential })}\r\n` +
      `SUB ${inbox} 1\r\nHPUB ${subject} ${inbox} ${head.length} ${head.length + body.length}\r\n${head}${body}\r\n`,
  );
  // The server may say more meanwhile, such as PING.
  while (!/\nH?MSG [^\n]*\n[^]*\}/.test(received)) await once(socket, 'data');
  socket.destroy();
  return received.slice(received.search(/\nH?MSG/));
}
