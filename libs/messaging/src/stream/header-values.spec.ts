import { describe, expect, it } from '@jest/globals';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { headerValues } from './header-values.js';

/** A message as `nats.js` hands it over: it keeps headers and data in one piece. */
function message(all: MsgHdrs) {
  const lines = all.keys().flatMap((name) => all.values(name).map((value) => `${name}: ${value}`));
  const encoded = Buffer.from(['NATS/1.0', ...lines, '', ''].join('\r\n'));
  const bytes = Buffer.concat([Buffer.from('before'), encoded, Buffer.from('{"data":1}')]);
  const msg = {
    _rdata: new Uint8Array(bytes.buffer, bytes.byteOffset + 6),
    _msg: { hdr: encoded.length },
  };
  return { msg, headers: undefined };
}

const names = ['ce-id', 'ce-subject', 'empty', 'Twice', 'absent', 'CE-ID'];

describe('headerValues', () => {
  const all = headers();
  all.append('ce-id', 'un identifiant: à deux points');
  all.append('ce-subject', 'somebody');
  all.append('empty', '');
  all.append('Twice', 'first');
  all.append('Twice', 'second');

  it('reads from the bytes what nats.js reads', () => {
    const values = headerValues(message(all));
    expect(names.map((name) => values?.get(name))).toEqual(names.map((name) => all.get(name)));
  });

  it('asks nats.js where the bytes are not to be found', () => {
    expect(headerValues({ headers: all })?.get('ce-subject')).toBe('somebody');
    expect(headerValues({ headers: undefined } as { headers?: MsgHdrs })).toBeUndefined();
  });

  it.each(['', 'NATS/1.0', 'NATS/1.0\r\n', 'NATS/1.0\r\nno colon\r\n\r\n', 'NATS/1.0\r\na: b'])(
    'reads nothing wrong from %j',
    (text) => {
      const bytes = new TextEncoder().encode(text);
      const values = headerValues({
        msg: { _rdata: bytes, _msg: { hdr: bytes.length } },
        headers: undefined,
      } as { headers?: MsgHdrs });
      expect(values?.get('no') ?? '').toBe('');
    },
  );
});
