import { describe, expect, it } from '@jest/globals';
import { parseOptions } from './options.mjs';

describe("npm start's command line", () => {
  it('asks for one instance of each service unless told otherwise', () => {
    expect(parseOptions([])).toEqual({
      help: false,
      json: false,
      watch: false,
      instances: { projector: 1, hub: 1, letters: 1, cv: 1, website: 1 },
    });
  });

  it('takes a number of instances for several services', () => {
    expect(parseOptions(['--instances', 'hub=2', '--instances=cv=3,letters=2'])).toMatchObject({
      instances: { hub: 2, cv: 3, letters: 2, projector: 1 },
    });
  });

  it.each([
    ['an unknown flag', ['--jsn'], "Unknown option '--jsn'"],
    ['an unknown service', ['--instances', 'hubb=2'], '--instances hubb=2 is not understood'],
    ['no instance at all', ['--instances', 'hub=0'], '--instances hub=0 is not understood'],
    ['two websites', ['--instances', 'website=2'], 'one address has one website'],
    ['a word too many', ['hub'], "Unexpected argument 'hub'"],
  ])('refuses %s', (_what, args, fault) => {
    expect(parseOptions(args)).toEqual({ fault: expect.stringContaining(fault) });
  });
});
