import { headers, type MsgHdrs } from '@nats-io/transport-node';

/** A name and its value; undefined leaves the header out. */
export type Header = readonly [name: string, value: string | undefined];

/**
 * Headers that are written here and only sent: the library's own check and search the names at each one that is set,
 * which for the fourteen of an event takes five times as long. Refuses a value with a line break, which would be
 * another header.
 */
export function writtenHeaders(all: readonly Header[]): MsgHdrs {
  let text = 'NATS/1.0\r\n';
  for (const [name, value] of all) {
    if (value === undefined) continue;
    if (lineBreak.test(value)) throw new Error(`The header ${name} must not hold a line break.`);
    text += `${name}: ${value}\r\n`;
  }
  const bytes = Buffer.from(`${text}\r\n`);
  // What the library calls to send headers; it is no part of their public type.
  return Object.assign(headers(), { encode: () => bytes });
}

const lineBreak = /[\r\n]/;
