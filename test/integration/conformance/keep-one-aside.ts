import { randomUUID } from 'node:crypto';
import { eventSubject, listDeadLetters } from '#libs/contracts';
import { eventually, type TestStack } from '#libs/testing';
import type { BareClient } from './bare-client.js';

/** Puts something in the stream that no read model can take, so that there is a dead letter to ask about. */
export async function keepOneAside(stack: TestStack, client: BareClient): Promise<void> {
  const { nats } = await stack.connect('conformance');
  nats.publish(eventSubject('website', randomUUID()), 'who are you?');
  await eventually(
    () => client.ask(listDeadLetters, { model: 'energy-history' }),
    ({ body }) => (body.letters as object[]).length > 0,
  );
}
