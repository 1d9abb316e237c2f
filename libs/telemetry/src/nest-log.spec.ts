import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.js';
import { NestLog } from './nest-log.js';

function captured(act: (log: NestLog) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  act(
    new NestLog(
      createLog({ service: 'hub', instance: 'a', level: 'trace', format: 'json', destination }),
    ),
  );
  return lines;
}

describe('NestLog', () => {
  it("keeps Nest's levels, with its context in a field", () => {
    const lines = captured((log) => {
      log.log('started', 'NestApplication');
      log.warn('careful', 'Hub');
      log.debug('detail');
      log.verbose('more');
      log.fatal('over', 'Hub');
    });
    expect(lines.map(({ level, msg, context }) => [level, msg, context])).toEqual([
      ['info', 'started', 'NestApplication'],
      ['warn', 'careful', 'Hub'],
      ['debug', 'detail', undefined],
      ['trace', 'more', undefined],
      ['fatal', 'over', 'Hub'],
    ]);
  });

  it('keeps the stack, whether Nest hands over an error or its text', () => {
    const error = new Error('broken');
    const lines = captured((log) => {
      log.error(error);
      log.error(error.message, error.stack, 'ExceptionsHandler');
      log.error('broken', undefined, 'ExceptionsHandler');
    });
    expect(lines[0]).toMatchObject({ level: 'error', msg: 'broken', err: { stack: error.stack } });
    expect(lines[1]).toMatchObject({ stack: error.stack, context: 'ExceptionsHandler' });
    expect(lines[2]).toMatchObject({ msg: 'broken', context: 'ExceptionsHandler' });
  });

  it('takes objects and several messages, and no text for a format', () => {
    const lines = captured((log) => {
      log.log({ port: 1 }, 'Hub');
      log.log('100 %s', { a: 1 }, 'Hub');
    });
    expect(lines[0]).toMatchObject({ details: { port: 1 }, context: 'Hub' });
    expect(lines[1]).toMatchObject({ msg: '100 %s', more: [{ a: 1 }], context: 'Hub' });
  });

  it("shows Nest's own wiring at level debug only", () => {
    const lines = captured((log) => log.log('Mapped {/live, GET} route', 'RouterExplorer'));
    expect(lines[0]).toMatchObject({ level: 'debug' });
  });
});
