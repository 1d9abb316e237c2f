import { describe, expect, it } from '@jest/globals';
import { childOf, newTrace, traceIdOf } from './trace-context.js';

const parent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';

describe('trace context', () => {
  it('starts a trace in the W3C form, each one another', () => {
    expect(newTrace()).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(newTrace()).not.toBe(newTrace());
  });

  it('keeps the trace id and the flags for a child, under a new span id', () => {
    expect(childOf(parent)).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    expect(childOf(parent)).not.toContain('00f067aa0ba902b7');
  });

  it('reads a later version of the header by its first four fields', () => {
    expect(traceIdOf(`01${parent.slice(2)}-more`)).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it.each([
    undefined,
    '',
    'junk',
    parent.toUpperCase(),
    `${parent}-more`,
    `ff${parent.slice(2)}`,
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`,
    `${parent}\n`,
  ])('starts a new trace instead of carrying %j on', (malformed) => {
    expect(traceIdOf(malformed)).toBeUndefined();
    expect(childOf(malformed)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(childOf(malformed)).not.toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });
});
