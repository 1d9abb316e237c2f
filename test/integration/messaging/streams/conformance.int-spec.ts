import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '#libs/messaging';
import { BareReader } from '../../conformance/bare-reader.js';
import { keepsToItsContract } from '../../conformance/stream-conformance.js';
import { tellLively, tellStory } from './stories.js';
import { asking, StoryStack } from './story-stack.js';

const caller = 'website';

describe('every stream contract, asked by a bare NATS client', () => {
  let stack: StoryStack;
  let connection: Connection;

  beforeAll(async () => {
    stack = await StoryStack.start(2);
    connection = await stack.observe();
  });
  afterAll(() => stack?.stop());

  const three = () =>
    asking(async function* () {
      for (let n = 1; n <= 3; n++) yield { text: `part ${n}` };
      return { words: 6 };
    });
  const bearer = ({ token }: { token: string }) => ({ Authorization: `Bearer ${token}` });

  describe.each([tellStory, tellLively].map((contract) => [contract.subject, contract] as const))(
    '%s',
    (_subject, contract) => {
      keepsToItsContract(contract, async () => {
        const reader = new BareReader(connection.nats, contract, caller);
        const own = bearer(await stack.user());
        return { body: three(), own, reader, caller, broker: stack.broker, connection };
      });
    },
  );

  it('says while there is nothing yet that it is at work', async () => {
    let goOn!: () => void;
    const told = new Promise<void>((resolve) => (goOn = resolve));
    const { script } = asking(async function* () {
      await told;
      yield { text: 'at last' };
      return { words: 2 };
    });
    const own = bearer(await stack.user());
    const reader = new BareReader(connection.nats, tellLively, caller);
    const { run } = await reader.begin({ script }, own);
    for (let n = 0; n < 2; n++)
      expect(await reader.part(run, 1, own)).toMatchObject({ run, part: '', body: {} });
    goOn();
    const answers = await reader.rest(run, 1, own);
    expect(answers.map(({ body }) => body)).toEqual([{ text: 'at last' }, { words: 2 }]);
  });

  it('hands trace and correlation id to its handler', async () => {
    const [traceId, correlationId] = [randomUUID().replaceAll('-', ''), randomUUID()];
    const body = asking(async function* (call) {
      yield { text: `${call.correlationId} ${call.traceparent.split('-')[1]}` };
      return { words: 2 };
    });
    const own = bearer(await stack.user());
    const reader = new BareReader(connection.nats, tellStory, caller);
    const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
    const more = { traceparent, 'Phoenix-Correlation-Id': correlationId };
    const { run } = await reader.begin(body, { ...own, ...more });
    const [part] = await reader.rest(run, 1, own);
    expect(part!.body).toEqual({ text: `${correlationId} ${traceId}` });
  });
});
