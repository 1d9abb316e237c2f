import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AuthorizationError, PermissionViolationError } from '@nats-io/transport-node';
import { createLog } from '#libs/telemetry';
import { Refusals } from './refusals.js';

describe('what NATS refuses', () => {
  let lines: string[];
  let refusals: Refusals;

  beforeEach(() => {
    jest.useFakeTimers();
    lines = [];
    const destination = {
      write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg),
    };
    const log = createLog({
      service: 'cv',
      instance: 'x',
      level: 'info',
      format: 'json',
      destination,
    });
    refusals = new Refusals('cv', log);
  });
  afterEach(() => void jest.useRealTimers());

  const violation = (operation: 'publish' | 'subscription', subject: string) =>
    new PermissionViolationError('Permissions Violation', operation, subject);

  it('is told once for each subject, and for a hundred of them at most', () => {
    for (let n = 0; n < 300; n++)
      refusals.hear(violation('publish', `phoenix.event.hub.${n % 150}`));
    expect(lines).toHaveLength(100);
    expect(lines[0]).toMatch(/^NATS does not let cv publish to phoenix\.event\.hub\.0\. /);
  });

  it('is kept in mind when nothing can be heard for it', () => {
    refusals.hear(violation('publish', 'a.b'));
    expect(refusals.subscription).toBeNull();
    refusals.hear(violation('subscription', 'a.*'));
    expect(refusals.subscription).toContain('NATS does not let cv listen to a.*');
  });

  it('is said every five seconds of a credential, however often the server says it', () => {
    for (let n = 0; n < 100; n++) {
      refusals.hear(new AuthorizationError('Authorization Violation'));
      jest.advanceTimersByTime(100);
    }
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('does not take the credential of cv any more');
  });

  it('is no other error', () => {
    expect(refusals.hear(new Error('stale connection'))).toBe(false);
    expect(lines).toEqual([]);
  });
});
