import type { Msg } from '@nats-io/transport-node';

/** The first value of each header, by its name as written; `''` where there is none. */
export interface HeaderValues {
  get(name: string): string;
}

/**
 * The headers of a message that is one of very many. `nats.js` makes some forty arrays of a message's headers, which is
 * half of what reading the event stream would cost; so they are taken from its bytes where it keeps them, and from
 * `headers` should it keep them elsewhere one day.
 */
export function headerValues(message: Pick<Msg, 'headers'>): HeaderValues | undefined {
  const bytes = headerBytes(message);
  return bytes ? readHeaders(bytes) : message.headers;
}

function headerBytes(message: unknown): Buffer | undefined {
  const { msg } = message as {
    msg?: { readonly _rdata?: Uint8Array; readonly _msg?: { readonly hdr?: number } };
  };
  const [bytes, length] = [msg?._rdata, msg?._msg?.hdr];
  if (!(bytes instanceof Uint8Array) || typeof length !== 'number' || length < 1) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, length);
}

/** `NATS/1.0`, then a line for each header, then an empty one. */
function readHeaders(bytes: Buffer): HeaderValues {
  const text = bytes.toString();
  const values = new Map<string, string>();
  let start = text.indexOf('\r\n') + 2;
  while (start > 1 && start < text.length) {
    const end = text.indexOf('\r\n', start);
    const colon = text.indexOf(':', start);
    if (colon < 0 || end < 0) break;
    const name = text.slice(start, colon);
    if (colon < end && !values.has(name)) values.set(name, text.slice(colon + 1, end).trim());
    start = end + 2;
  }
  return { get: (name) => values.get(name) ?? '' };
}
