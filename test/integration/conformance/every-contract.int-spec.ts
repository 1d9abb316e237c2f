import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allContracts,
  errors,
  isKeyed,
  openAccount,
  type Contract,
  type ErrorCode,
} from '#libs/contracts';
import { TestStack } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { websiteService } from '../../../services/website/src/website-service.js';
import { BareClient, callerOf } from './bare-client.js';
import { brokenVariants, notObjects } from './broken-bodies.js';
import { askWithRawHeaders } from '../wire/raw-headers.js';
import { keepOneAside } from './keep-one-aside.js';
import { keepsToItsContract } from './stream-conformance.js';
import { streamSample } from './stream-sample.js';
import { newSampleUser } from './sample-user.js';
import { afterwards, samples } from './samples.js';

const needsUser = (contract: Contract) =>
  contract.by.some((rule) => /^(user|staff|user-through:.*)$/.test(rule));

describe('every contract, asked by a bare NATS client', () => {
  let stack: TestStack;
  let client: BareClient;
  let staff: string;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.run('projector', projectorService);
    await stack.run('hub', hubService);
    await stack.run('letters', lettersService);
    await stack.run('cv', cvService);
    await stack.run('website', websiteService);
    client = await BareClient.open(stack.broker);
    await keepOneAside(stack, client);
    staff = await stack.identities.token(randomUUID(), { staff: true });
  });
  afterAll(async () => {
    await client?.close();
    await stack?.stop();
  });

  const newUser = () => newSampleUser(stack, client, staff);
  const bearer = (value: string) => ({ Authorization: `Bearer ${value}` });

  /** The error is one of the table, with its status and its details. */
  function expectTyped(reply: Awaited<ReturnType<BareClient['ask']>>, code: ErrorCode): void {
    expect(reply.body).toEqual({ code, message: expect.any(String), details: expect.any(Object) });
    expect(reply.status).toBe(String(errors[code].status));
    expect(errors[code].details.safeParse(reply.body.details).success).toBe(true);
  }

  it('has a sample request for each', () => {
    expect(
      allContracts.filter((contract) => !samples.has(contract)).map((one) => one.subject),
    ).toEqual([]);
  });

  const streams = allContracts.filter((one) => one.kind === 'stream');
  describe.each(streams.map((one) => [one.subject, one] as const))('%s', (_subject, contract) => {
    keepsToItsContract(contract, async () => {
      const user = await newUser();
      await user.did(openAccount);
      const body = await samples.get(contract)!(user);
      return streamSample(stack, contract, { body, own: bearer(user.as(contract)) });
    });
  });

  const answeredOnce = allContracts.filter((one) => one.kind !== 'stream');
  describe.each(answeredOnce.map((contract) => [contract.subject, contract] as const))(
    '%s',
    (_subject, contract) => {
      const ask = (body: unknown, headers: Record<string, string>) =>
        client.ask(contract, body, headers);

      /** A request that is answered, and who asks it. */
      async function arrange() {
        const user = await newUser();
        await user.did(openAccount);
        return { body: await samples.get(contract)!(user), own: bearer(user.as(contract)) };
      }

      it('answers plain JSON', async () => {
        const { body, own } = await arrange();
        const reply = await ask(body, own);
        expect(reply.code).toBeUndefined();
        expect(contract.reply.safeParse(reply.body).success).toBe(true);
      });

      it('names what is wrong with a body that is no JSON object', async () => {
        const { own } = await arrange();
        for (const [, body] of notObjects) expectTyped(await ask(body, own), 'INVALID_MESSAGE');
      });

      it('names the field that is wrong', async () => {
        const { body: sample, own } = await arrange();
        for (const [name, body] of brokenVariants(contract, sample)) {
          const reply = await ask(body, own);
          if (reply.code === 'UNKNOWN_ACTION') continue;
          expectTyped(reply, 'INVALID_MESSAGE');
          const { issues } = reply.body.details as { issues: { field: string }[] };
          expect(issues.map((issue) => issue.field)).toContain(name.split(' ')[0]);
        }
      });

      it('names the limit when the body is above it', async () => {
        const { body, own } = await arrange();
        const reply = await ask({ ...body, padding: 'x'.repeat(contract.maxBytes) }, own);
        expectTyped(reply, 'PAYLOAD_TOO_LARGE');
        expect(reply.body.details).toMatchObject({ limitBytes: contract.maxBytes });
      });

      it('names headers that cannot be read, and JSON that is too deep', async () => {
        for (const lines of ['foo: a\nb', 'f o\u0001: a']) {
          const subject = `${contract.subject}.${callerOf(contract)}`;
          const reply = await askWithRawHeaders(stack.broker, subject, lines);
          expect(reply).toContain('"code":"INVALID_MESSAGE"');
        }
        const { own } = await arrange();
        const deep = `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
        expectTyped(
          await ask(deep, own),
          contract.maxBytes < deep.length ? 'PAYLOAD_TOO_LARGE' : 'INVALID_MESSAGE',
        );
      });

      it('ignores fields that it does not know (R6)', async () => {
        const { body, own } = await arrange();
        expect((await ask({ ...body, unheardOf: { deep: [1] } }, own)).code).toBeUndefined();
      });

      it('does not begin what nobody waits for any more', async () => {
        const { body, own } = await arrange();
        expectTyped(await ask(body, { ...own, 'Phoenix-Time-Left-Ms': '0' }), 'TIMED_OUT');
      });

      if (needsUser(contract)) {
        it('asks for a token', async () => {
          const { body } = await arrange();
          expectTyped(await ask(body, {}), 'UNAUTHENTICATED');
        });
      }

      if (isKeyed(contract)) {
        it('R13: answers the same key and body byte for byte, moving energy once', async () => {
          const { body, own } = await arrange();
          const first = await ask(body, own);
          const again = await ask(body, own);
          expect(first).toMatchObject({ code: undefined, replayed: false });
          expect(again).toEqual({ ...first, replayed: true });
        });

        it('R13: refuses the same key with another body', async () => {
          const { body, own } = await arrange();
          await ask(body, own);
          expectTyped(await ask({ ...body, expectedCost: 3 }, own), 'IDEMPOTENCY_KEY_REUSED');
        });

        if (!afterwards.has(contract)) {
          it('R13: a refusal is not stored: the same key works once the reason is gone', async () => {
            const user = await newUser();
            const own = bearer(user.as(contract));
            const body = await samples.get(contract)!(user);
            expectTyped(await ask(body, own), 'ACCOUNT_NOT_FOUND');
            await user.did(openAccount);
            expect((await ask(body, own)).code).toBeUndefined();
          });
        }

        it('keeps trace and correlation id to the event', async () => {
          const { body, own } = await arrange();
          const traceId = randomUUID().replaceAll('-', '');
          const correlationId = randomUUID();
          const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
          await ask(body, { ...own, traceparent, 'Phoenix-Correlation-Id': correlationId });
          const service =
            contract.subject.split('.')[2] === 'energy' ? 'hub' : contract.subject.split('.')[2];
          const rows = await stack.database.query<{ traceparent: string }>(
            `SELECT traceparent FROM ${service}.outbox WHERE correlation_id = $1`,
            [correlationId],
          );
          expect(rows.map((row) => row.traceparent.split('-')[1])).toEqual([traceId]);
        });
      }
    },
  );
});
