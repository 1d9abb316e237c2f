import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends a request with a header block of any bytes, which no client library would, and waits for the reply's bytes. */
export async function askWithRawHeaders(
  url: string,
  subject: string,
  headerLines: string,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  await once(socket, 'connect');
  const head = `NATS/1.0\r\n${headerLines}\r\n\r\n`;
  const body = '{}';
  const inbox = `_INBOX.raw.${Math.random().toString(36).slice(2)}`;
  socket.write(
    `CONNECT ${JSON.stringify({ headers: true, no_responders: true, verbose: false, lang: 'raw', version: '1' })}\r\n` +
      `SUB ${inbox} 1\r\nHPUB ${subject} ${inbox} ${head.length} ${head.length + body.length}\r\n${head}${body}\r\n`,
  );
  while (!/\n(H?MSG)/.test(received) && !received.includes('"code"')) await once(socket, 'data');
  while (!received.trimEnd().endsWith('}')) await once(socket, 'data');
  socket.destroy();
  return received.slice(received.search(/\nH?MSG/));
}
