import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createLog, type Log } from './log.js';
import { runInContext } from './request-context.js';

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJl-_x';
const opaque = 'opaque-secret-9876';
const password = 'p4ss-of-the-hub';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phoenix-log-'));
  file = join(folder, 'log');
});
afterEach(() => rmSync(folder, { recursive: true }));

function logTo(format: 'json' | 'pretty'): Log {
  const destination = pino.destination({ dest: file, sync: true });
  return createLog({ service: 'hub', instance: 'a1', level: 'info', format, destination });
}

const written = () => readFileSync(file, 'utf8');
const lines = () =>
  written()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('createLog', () => {
  it('writes time, level name, service and instance on every line, before the call returns', () => {
    logTo('json').warn({ amount: 5 }, 'low');
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        service: 'hub',
        instance: 'a1',
        amount: 5,
        msg: 'low',
      },
    ]);
  });

  it('writes the correlation id and trace id of the request on its lines, child logs included', () => {
    const log = logTo('json');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    runInContext({ correlationId: 'corr-1', traceparent }, () => {
      log.info('inside');
      log.child({ part: 'relay' }).info('inside too');
    });
    log.info('outside');
    const request = { correlationId: 'corr-1', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' };
    expect(lines().slice(0, 2)).toEqual([
      expect.objectContaining(request),
      expect.objectContaining({ ...request, part: 'relay' }),
    ]);
    expect(lines()[2]).not.toHaveProperty('correlationId');
  });

  it.each(['json', 'pretty'] as const)('R30: no token survives in a %s line', (format) => {
    const log = logTo(format);
    const cause = new Error(`cannot reach postgres://phoenix_hub:${password}@db:5432/phoenix`);
    const error = Object.assign(new Error(`refused ${jwt}`, { cause }), {
      request: { headers: { Authorization: `Bearer ${opaque}` }, token: opaque },
    });
    log.info({ authorization: opaque, headers: { authorization: opaque } }, 'asked');
    log.info({ call: { reply: { deep: { deeper: { password } } } } });
    log.error(error, 'failed');
    log.error({ error }, `Bearer ${jwt} was sent`);
    log.info('%s and %o', jwt, { token: opaque, cookie: [opaque] });
    log.info({ body: JSON.stringify({ token: opaque, password }) });
    log.child({ token: opaque }).info('from a child');

    expect(written().match(/redacted/g)!.length).toBeGreaterThan(10);
    for (const secret of [jwt, 'c2lnbmF0dXJl', opaque, password]) {
      expect(written()).not.toContain(secret);
    }
    expect(written()).toContain('log.spec.ts');
    if (format === 'json') expect(lines()).toHaveLength(7);
  });

  it('is readable in the pretty format, with the correlation id', () => {
    const log = logTo('pretty');
    runInContext({ correlationId: 'corr-1', traceparent: '' }, () => log.info('ready'));
    expect(written()).toMatch(/INFO.*ready.*corr-1/);
  });

  it('leaves out what is below its level', () => {
    const log = logTo('json');
    log.debug('hidden');
    log.info('shown');
    expect(lines().map((line) => line.msg)).toEqual(['shown']);
  });
});
