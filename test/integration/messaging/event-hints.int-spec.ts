import { randomUUID } from 'node:crypto';
import { RequestError } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventHints, type Connection } from '#libs/messaging';
import { eventually, TestStack } from '#libs/testing';

describe('hints of events', () => {
  let stack: TestStack;
  let connection: Connection;
  let hints: EventHints;
  let observer: Connection;

  beforeAll(async () => {
    stack = await TestStack.start();
    connection = await stack.connectAs('website');
    observer = await stack.connect('observer');
    hints = new EventHints(connection, 'website');
  });
  afterAll(() => stack?.stop());

  const subjectOf = (userId: string) => `phoenix.event.hub.${userId}`;

  /** Nobody does when the server itself says so. */
  function isHeard(userId: string): Promise<boolean> {
    const asked = observer.nats.request(subjectOf(userId), '', { timeout: 300 });
    return asked.then(
      () => true,
      (error: unknown) => !(error instanceof RequestError && error.isNoResponders()),
    );
  }

  it('reach every listener of that user, and nobody else', async () => {
    const [user, other] = [randomUUID(), randomUUID()];
    const told = { first: 0, second: 0, other: 0 };
    const leave = [
      hints.hear('hub', user, () => told.first++),
      hints.hear('hub', user, () => told.second++),
      hints.hear('hub', other, () => told.other++),
    ];
    await connection.nats.flush();
    observer.nats.publish(subjectOf(user));
    await eventually(() => told.first === 1 && told.second === 1);
    expect(told.other).toBe(0);
    leave.forEach((one) => one());
  });

  it('end their subscription with their last listener', async () => {
    const user = randomUUID();
    const leave = [1, 2].map(() => hints.hear('hub', user, () => undefined));
    await connection.nats.flush();
    leave[0]!();
    await connection.nats.flush();
    expect(await isHeard(user)).toBe(true);
    leave[1]!();
    leave[1]!();
    await connection.nats.flush();
    expect(await isHeard(user)).toBe(false);
  });

  it('are given to everybody after a reconnect, when some may have been missed', async () => {
    let told = 0;
    const leave = hints.hear('hub', randomUUID(), () => told++);
    await stack.broker.kill();
    await eventually(() => !connection.connected);
    await stack.broker.restart();
    await eventually(() => told > 0);
    leave();
  });

  it('are heard only of services in the charter', () => {
    expect(() => hints.hear('letters', randomUUID(), () => undefined)).toThrow(
      'not chartered to hear letters',
    );
  });
});
