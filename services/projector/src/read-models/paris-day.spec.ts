import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parisDay } from './paris-day.js';

const asTheMachineKnows = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

describe('the day in Paris', () => {
  it.each([
    ['2026-01-31T22:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:00:00.000Z', '2026-02-01'],
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('R23: of %s is %s', (instant, day) => {
    expect(parisDay(instant)).toBe(day);
  });

  it('R23: is the one that time zone data tell, in every year of the rule', () => {
    const instants = fc.date({
      min: new Date('1996-01-01T00:00:00Z'),
      max: new Date('2037-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parisDay(instant.toISOString())).toBe(asTheMachineKnows.format(instant));
      }),
    );
  });

  it('of no instant is none', () => {
    expect(() => parisDay('yesterday')).toThrow(RangeError);
  });
});
