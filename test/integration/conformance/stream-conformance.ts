import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { errors, isKeyed, type ErrorCode, type StreamedReply } from '#libs/contracts';
import { askHops, type Connection } from '#libs/messaging';
import { eventually, type TestBroker } from '#libs/testing';
import { askWithRawHeaders } from '../wire/raw-headers.js';
import type { BareAnswer, BareReader } from './bare-reader.js';
import { brokenVariants, notObjects } from './broken-bodies.js';

type Headers = Record<string, string>;

/** A request that the contract takes, who asks it, and with what. */
export interface StreamSample {
  readonly body: Record<string, unknown>;
  readonly own: Headers;
  readonly reader: BareReader;
  readonly caller: string;
  readonly broker: TestBroker;
  readonly connection: Connection;
}

/** What every stream contract keeps, asked message by message by a bare NATS client. */
export function keepsToItsContract(
  contract: StreamedReply,
  arrange: () => Promise<StreamSample>,
): void {
  /** The error is one of the table, with its status and its details. */
  function expectTyped(answer: BareAnswer, code: ErrorCode): void {
    expect(answer.body).toEqual({ code, message: expect.any(String), details: expect.any(Object) });
    expect(answer.status).toBe(String(errors[code].status));
    expect(errors[code].details.safeParse(answer.body.details).success).toBe(true);
  }

  it('gives numbered parts and one end, in plain JSON', async () => {
    const { body, own, reader } = await arrange();
    const { run, code } = await reader.begin(body, own);
    expect(code).toBeUndefined();
    const answers = await reader.rest(run, 1, own);
    expect(answers.map(({ part }) => Number(part))).toEqual(answers.map((_, index) => index + 1));
    const end = answers.pop()!;
    expect(contract.reply.safeParse(end.body).success).toBe(true);
    for (const part of answers) expect(contract.part.safeParse(part.body).success).toBe(true);
  });

  it('gives a part again, and those after it, to whoever asks from there', async () => {
    const { body, own, reader } = await arrange();
    const { run } = await reader.begin(body, own);
    const whole = await reader.rest(run, 1, own);
    for (let from = 1; from <= whole.length; from++)
      expect(await reader.rest(run, from, own)).toEqual(whole.slice(from - 1));
  });

  it('names a part that cannot be asked for', async () => {
    const { body, own, reader } = await arrange();
    const { run } = await reader.begin(body, own);
    for (const number of ['', '0', '-1', '1.5', 'x'])
      expectTyped(await reader.part(run, number, own), 'INVALID_MESSAGE');
    expectTyped(await reader.part(run, '99999999', own), 'PARTS_GONE');
    await reader.cancel(run, own);
  });

  it('is over for everybody once it is cancelled', async () => {
    const { body, own, reader } = await arrange();
    const { run } = await reader.begin(body, own);
    expect(await reader.cancel(run, own)).toMatchObject({ code: undefined, body: {} });
    await eventually(async () =>
      reader.part(run, 1, own).then(
        () => false,
        () => true,
      ),
    );
  });

  it('names what is wrong with a body', async () => {
    const { body: sample, own, reader } = await arrange();
    for (const [, body] of notObjects)
      expectTyped(await reader.begin(body, own), 'INVALID_MESSAGE');
    for (const [name, body] of brokenVariants(contract, sample)) {
      const answer = await reader.begin(body, own);
      if (answer.code === 'UNKNOWN_ACTION') continue;
      expectTyped(answer, 'INVALID_MESSAGE');
      const { issues } = answer.body.details as { issues: { field: string }[] };
      expect(issues.map((issue) => issue.field)).toContain(name.split(' ')[0]);
    }
    const padding = 'x'.repeat(contract.maxBytes);
    expectTyped(await reader.begin({ ...sample, padding }, own), 'PAYLOAD_TOO_LARGE');
  });

  it('names headers that cannot be read, at its beginning and later', async () => {
    const { body, own, reader, caller, broker } = await arrange();
    const { run } = await reader.begin(body, own);
    for (const below of [caller, `${run}.${caller}`]) {
      const subject = `${contract.subject}.${below}`;
      expect(await askWithRawHeaders(broker, subject, 'foo: a\nb')).toContain('INVALID_MESSAGE');
    }
    await reader.cancel(run, own);
  });

  it('does not begin what nobody waits for any more', async () => {
    const { body, own, reader } = await arrange();
    expectTyped(await reader.begin(body, { ...own, 'Phoenix-Time-Left-Ms': '0' }), 'TIMED_OUT');
  });

  it('is known by its correlation id to whoever explains what became of it', async () => {
    const { body, own, reader, connection } = await arrange();
    const correlationId = randomUUID();
    const { run } = await reader.begin(body, { ...own, 'Phoenix-Correlation-Id': correlationId });
    await reader.rest(run, 1, own);
    const asked = { correlationId, sequences: [] };
    const hops = await eventually(
      async () => (await askHops(connection, asked)).flatMap((one) => one.hops),
      (found) => found.some(({ kind, what }) => kind === 'answered' && what === contract.subject),
    );
    expect(hops).toContainEqual(expect.objectContaining({ outcome: 'ok' }));
  });

  if (contract.by.some((rule) => /^(user|staff|user-through:.*)$/.test(rule)))
    it('asks for a token, at its beginning and for each part', async () => {
      const { body, own, reader } = await arrange();
      expectTyped(await reader.begin(body, {}), 'UNAUTHENTICATED');
      const { run } = await reader.begin(body, own);
      for (const answer of [await reader.part(run, 1, {}), await reader.cancel(run, {})])
        expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(answer.code);
      await reader.cancel(run, own);
    });

  if (isKeyed(contract)) {
    it('R13: is one work for the same key and body, asked where it is', async () => {
      const { body, own, reader } = await arrange();
      const { run } = await reader.begin(body, own);
      expect((await reader.join(body, own)).run).toBe(run);
      await reader.cancel(run, own);
    });

    it('R13: refuses the same key with another body', async () => {
      const { body, own, reader } = await arrange();
      const { run } = await reader.begin(body, own);
      const other = { ...body, unheardOf: 1 };
      expectTyped(await reader.join(other, own), 'IDEMPOTENCY_KEY_REUSED');
      await reader.cancel(run, own);
    });
  }
}
