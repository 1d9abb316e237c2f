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
import { TestIdentities, TestStack } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { BareClient, callerOf } from './bare-client.js';
import { brokenVariants, notObjects } from './broken-bodies.js';
import { askWithRawHeaders } from '../wire/raw-headers.js';
import { samples } from './samples.js';

const needsUser = (contract: Contract) =>
  contract.by.includes('user') || contract.by.includes('staff');

describe('every contract, asked by a bare NATS client', () => {
  let stack: TestStack;
  let client: BareClient;
  let token: string;

  beforeAll(async () => {
    stack = await TestStack.start();
    await stack.run('projector', projectorService);
    await stack.run('hub', hubService);
    await stack.run('letters', lettersService);
    await stack.run('cv', cvService);
    client = await BareClient.open(stack.broker);
    token = await accountOf(randomUUID());
  });
  afterAll(async () => {
    await client?.close();
    await stack?.stop();
  });

  async function accountOf(userId: string): Promise<string> {
    const theirs = await stack.identities.token(userId);
    await client.ask(openAccount, {}, bearer(theirs));
    return theirs;
  }

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

  describe.each(allContracts.map((contract) => [contract.subject, contract] as const))(
    '%s',
    (_subject, contract) => {
      const sample = () => samples.get(contract)!();
      const ask = (body: unknown, more: Record<string, string> = bearer(token)) =>
        client.ask(contract, body, more);

      it('answers plain JSON', async () => {
        const reply = await ask(sample());
        expect(reply.code).toBeUndefined();
        expect(contract.reply.safeParse(reply.body).success).toBe(true);
      });

      it('names what is wrong with a body that is no JSON object', async () => {
        for (const [, body] of notObjects) expectTyped(await ask(body), 'INVALID_MESSAGE');
      });

      it('names the field that is wrong', async () => {
        for (const [name, body] of brokenVariants(contract, sample())) {
          const reply = await ask(body);
          if (reply.code === 'UNKNOWN_ACTION') continue;
          expectTyped(reply, 'INVALID_MESSAGE');
          const { issues } = reply.body.details as { issues: { field: string }[] };
          expect(issues.map((issue) => issue.field)).toContain(name.split(' ')[0]);
        }
      });

      it('names the limit when the body is above it', async () => {
        const reply = await ask({ ...sample(), padding: 'x'.repeat(contract.maxBytes) });
        expectTyped(reply, 'PAYLOAD_TOO_LARGE');
        expect(reply.body.details).toMatchObject({ limitBytes: contract.maxBytes });
      });

      it('names headers that cannot be read, and JSON that is too deep', async () => {
        for (const lines of ['foo: a\nb', 'f o\u0001: a']) {
          const subject = `${contract.subject}.${callerOf(contract)}`;
          const reply = await askWithRawHeaders(stack.broker, subject, lines);
          expect(reply).toContain('"code":"INVALID_MESSAGE"');
        }
        const deep = `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
        expectTyped(
          await ask(deep),
          contract.maxBytes < deep.length ? 'PAYLOAD_TOO_LARGE' : 'INVALID_MESSAGE',
        );
      });

      it('ignores fields that it does not know (R6)', async () => {
        expect((await ask({ ...sample(), unheardOf: { deep: [1] } })).code).toBeUndefined();
      });

      it('does not begin what nobody waits for any more', async () => {
        expectTyped(
          await ask(sample(), { ...bearer(token), 'Phoenix-Time-Left-Ms': '0' }),
          'TIMED_OUT',
        );
      });

      it('refuses a token that is expired, of another issuer, or junk', async () => {
        const stranger = await TestIdentities.make();
        const expired = await stack.identities.token(randomUUID(), { lifetimeSeconds: -60 });
        for (const wrong of [expired, await stranger.token(randomUUID()), 'junk', 'e30.e30.e30']) {
          expectTyped(await ask(sample(), bearer(wrong)), 'UNAUTHENTICATED');
        }
        await stranger.remove();
      });

      if (needsUser(contract)) {
        it('asks for a token', async () => {
          expectTyped(await ask(sample(), {}), 'UNAUTHENTICATED');
        });
      }

      if (isKeyed(contract)) {
        it('R13: answers the same key and body byte for byte, moving energy once', async () => {
          const own = bearer(await accountOf(randomUUID()));
          const body = sample();
          const first = await ask(body, own);
          const again = await ask(body, own);
          expect(first).toMatchObject({ code: undefined, replayed: false });
          expect(again).toEqual({ ...first, replayed: true });
        });

        it('R13: refuses the same key with another body', async () => {
          const own = bearer(await accountOf(randomUUID()));
          const body = sample();
          await ask(body, own);
          expectTyped(await ask({ ...body, expectedCost: 3 }, own), 'IDEMPOTENCY_KEY_REUSED');
        });

        it('R13: a refusal is not stored: the same key works once the reason is gone', async () => {
          const userId = randomUUID();
          const own = bearer(await stack.identities.token(userId));
          const body = sample();
          expectTyped(await ask(body, own), 'ACCOUNT_NOT_FOUND');
          await accountOf(userId);
          expect((await ask(body, own)).code).toBeUndefined();
        });

        it('keeps trace and correlation id to the event', async () => {
          const userId = randomUUID();
          const own = bearer(await accountOf(userId));
          const traceId = randomUUID().replaceAll('-', '');
          const correlationId = randomUUID();
          const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
          await ask(sample(), { ...own, traceparent, 'Phoenix-Correlation-Id': correlationId });
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
