import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { PhoenixError } from '#libs/contracts';
import { armFailpoint, disarmFailpoints } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { expectBooksToAgree } from '../hub/books-of.js';
import { errorOf, type Account } from '../hub/hub-stack.js';
import { letter, LettersStack } from './letters-stack.js';

describe('work under a hold', () => {
  let stack: LettersStack;

  beforeAll(async () => {
    stack = await LettersStack.start({ books: true });
  });
  afterEach(() => disarmFailpoints());
  afterAll(() => stack?.stop());

  const balance = (user: Account) => stack.hub.balance(user);

  /** One letter, one event, one payment. */
  async function expectPaidOnce(user: Account) {
    expect(await balance(user)).toMatchObject({ balance: 92, held: 0 });
    expect(await stack.told(user)).toEqual(['LetterFormatted']);
    expect(await stack.letters(user)).toHaveLength(1);
  }

  it('R32: is paid once it is done, and delivered byte for byte to the same key', async () => {
    const user = await stack.hub.account();
    const body = stack.body();
    const first = await stack.format(user, body);
    expect(first.reply.receipt).toMatchObject({ cost: 8, balance: 92 });
    const again = await stack.format(user, body);
    expect(again).toEqual({ reply: first.reply, replayed: true });
    await expectPaidOnce(user);
    const [captured] = await stack.hub.told<{ entryId: string }>(user, 'EnergyHoldCaptured');
    const { letterId, version, text } = first.reply;
    expect(await stack.read(user, letterId)).toMatchObject({
      ...{ version, text, entryId: captured!.data.entryId, versions: [1] },
    });
  });

  it.each(['held-work.after-hold', 'held-work.in-work'])(
    'R32: that fails at %s costs nothing, says why, and is done under the same key',
    async (name) => {
      const user = await stack.hub.account();
      const body = stack.body();
      armFailpoint(name, 'throw@1');
      const error = await errorOf(stack.format(user, body));
      expect(error).toMatchObject({ code: 'WORK_NOT_DONE', details: { reason: 'failed' } });
      expect(await balance(user)).toMatchObject({ balance: 100, held: 0 });
      expect(await stack.givenBack(user)).toEqual(['failed']);
      expect(await stack.told(user)).toEqual([]);
      const { reply, replayed } = await stack.format(user, body);
      expect([reply.receipt?.balance, replayed]).toEqual([92, false]);
      await expectPaidOnce(user);
    },
  );

  it.each(['held-work.after-document', 'held-work.before-capture', 'held-work.after-capture'])(
    'R33: that is interrupted at %s is captured without anybody asking, once, and delivered to the same key',
    async (name) => {
      const user = await stack.hub.account();
      const body = stack.body();
      armFailpoint(name, 'throw@1');
      expect(await errorOf(stack.format(user, body))).toMatchObject({ code: 'INTERNAL' });
      await eventually(
        () => stack.letters(user),
        ({ length }) => length === 1,
      );
      const { reply, replayed } = await stack.format(user, body);
      expect([reply.receipt?.balance, replayed]).toEqual([92, true]);
      await expectPaidOnce(user);
    },
  );

  it('R33: is not readable before it is captured', async () => {
    const user = await stack.hub.account();
    armFailpoint('held-work.before-capture', 'hang');
    const asked = stack.format(user, stack.body());
    await eventually(
      () => stack.told(user),
      ({ length }) => length === 1,
    );
    expect(await stack.letters(user)).toEqual([]);
    expect(await balance(user)).toMatchObject({ balance: 100, held: 8 });
    disarmFailpoints();
    const { reply } = await asked;
    expect((await stack.letters(user)).map(({ letterId }) => letterId)).toEqual([reply.letterId]);
  });

  it('R32: is refused as under way while somebody does it, and refused with another body', async () => {
    const user = await stack.hub.account();
    const body = stack.body();
    armFailpoint('held-work.in-work', 'hang');
    const asked = stack.format(user, body);
    await eventually(
      () => balance(user),
      ({ held }) => held === 8,
    );
    const meanwhile = await errorOf(stack.format(user, body));
    expect(meanwhile).toMatchObject({ code: 'WORK_UNDER_WAY', details: { retryAfterMs: 1_000 } });
    const other = await errorOf(stack.format(user, { ...body, text: letter('autrement') }));
    expect(other).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    disarmFailpoints();
    const { reply } = await asked;
    expect((await stack.format(user, body)).reply).toEqual(reply);
    await expectPaidOnce(user);
  });

  it('R32: asked for 20 times at once under one key, of two instances, is done and paid once', async () => {
    const user = await stack.hub.account();
    const body = stack.body();
    const codes = await Promise.all(
      Array.from({ length: 20 }, () =>
        stack.format(user, body).then(
          ({ reply }) => reply.letterId,
          (error: PhoenixError) => error.code,
        ),
      ),
    );
    const { reply } = await stack.untilDone(user, body);
    const known = new Set<string>([reply.letterId, 'WORK_UNDER_WAY']);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    await expectPaidOnce(user);
  });

  it('50 at once: no text of one in another, each paid for its own', async () => {
    const marked = await Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const mark = `Marque${n}x${randomUUID().slice(0, 8)}`;
        return { user: await stack.hub.account(), mark, body: stack.body({ text: letter(mark) }) };
      }),
    );
    const done = await Promise.all(marked.map(({ user, body }) => stack.untilDone(user, body)));
    const marksIn = (text: string) => [...new Set(text.match(/Marque\d+x[0-9a-f]{8}/g))];
    for (const [n, { user, mark }] of marked.entries()) {
      const { reply } = done[n]!;
      expect(marksIn(JSON.stringify(reply))).toEqual([mark]);
      const stored = await stack.read(user, reply.letterId);
      expect(marksIn(stored.text)).toEqual([mark]);
      expect((await balance(user)).balance).toBe(92);
    }
    const rows = await stack.hub.stack.database.query<{ data: string }>(
      `SELECT data FROM letters.outbox UNION ALL SELECT data FROM hub.outbox`,
    );
    expect(rows.filter(({ data }) => data.includes('Marque'))).toEqual([]);
  }, 90_000);

  it('leaves the books in agreement', () => expectBooksToAgree(stack.hub.stack));
});
