import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  answers,
  blocks,
  cutsOff,
  eventually,
  falters,
  geminiTokens,
  isBusy,
  refuses,
  says,
  staysSilent,
  TestGemini,
} from '#libs/testing';
import { engineFor, summary, summaryOf } from './test-prompt.js';

const whole = JSON.stringify(summary);
const begun = whole.slice(0, 20);

let gemini: TestGemini;
beforeEach(async () => {
  gemini = await TestGemini.start();
});
afterEach(() => gemini.stop());

const both = [
  ['in one piece', {}],
  ['streamed', { onPartial: () => undefined }],
] as const;

describe.each(both)('an outside engine, %s', (_, more) => {
  it('gives a value of the schema, and says what it was made with', async () => {
    gemini.does(answers(summary));
    const { engine } = engineFor(gemini);
    expect(await engine.generate(summaryOf('Du pain.', more))).toEqual({
      value: summary,
      engine: 'google',
      model: 'gemini-2.5-flash',
      promptVersion: 'summary.v1',
      tokens: geminiTokens,
    });
    expect(gemini.calls).toHaveLength(1);
  });

  it.each([
    ['is cut off', cutsOff(begun)],
    ['fails', refuses(503, 'UNAVAILABLE')],
    ['is busy and says for how long', isBusy(0.05)],
  ])('is asked again when it %s', async (_how, move) => {
    gemini.does(move, answers(summary));
    const { engine } = engineFor(gemini);
    const { value } = await engine.generate(summaryOf('Du pain.', more));
    expect(value).toEqual(summary);
    expect(gemini.calls).toHaveLength(2);
  });

  it.each([
    ['is no JSON', begun],
    ['has another shape', '{"title": 5}'],
    ['is empty', ''],
  ])('mends an answer once that %s', async (_how, text) => {
    gemini.does(says(text), answers(summary));
    const { engine } = engineFor(gemini);
    const { value, tokens } = await engine.generate(summaryOf('Du pain.', more));
    expect(value).toEqual(summary);
    expect(tokens).toEqual({ input: 2 * geminiTokens.input, output: 2 * geminiTokens.output });
    const [data, wrong, request] = gemini.calls[1]!.messages;
    expect(data).toEqual(gemini.calls[0]!.messages[0]);
    expect(wrong).toEqual([text || '(vide)']);
    expect(request![0]).toContain('schéma');
  });

  const faultIn = ({ title }: typeof summary) =>
    title === 'Faux' ? 'Le titre est faux.' : undefined;
  const faulty = { ...summary, title: 'Faux' };

  it('mends an answer once in which a fault was found, and is told which', async () => {
    gemini.does(answers(faulty), answers(summary));
    const { engine } = engineFor(gemini);
    const { value, tokens } = await engine.generate(summaryOf('Du pain.', { ...more, faultIn }));
    expect(value).toEqual(summary);
    expect(tokens).toEqual({ input: 2 * geminiTokens.input, output: 2 * geminiTokens.output });
    const [, wrong, request] = gemini.calls[1]!.messages;
    expect(wrong).toEqual([JSON.stringify(faulty)]);
    expect(request![0]).toMatch(/^Le titre est faux\./);
  });

  it('is unavailable when the fault is still there', async () => {
    gemini.does(answers(faulty), answers(faulty));
    const { engine } = engineFor(gemini);
    const asked = engine.generate(summaryOf('Du pain.', { ...more, faultIn }));
    await expect(asked).rejects.toMatchObject({ details: { reason: 'wrong-answer' } });
    expect(gemini.calls).toHaveLength(2);
  });

  it.each([
    ['wrong-answer', [says(begun), says('{"title": 5}')], 2],
    ['refused', [refuses(403, 'PERMISSION_DENIED')], 1],
    ['refused', [refuses(400, 'INVALID_ARGUMENT')], 1],
    ['blocked', [blocks], 1],
    ['blocked', [says(begun, 'SAFETY')], 1],
    ['rate-limited', [isBusy(3_600)], 1],
    ['failing', [1, 2, 3].map(() => refuses(500, 'INTERNAL')), 3],
    ['unreachable', [1, 2, 3].map(() => cutsOff(begun)), 3],
  ] as const)('is unavailable: %s', async (reason, moves, calls) => {
    gemini.does(...moves);
    const { engine } = engineFor(gemini);
    await expect(engine.generate(summaryOf('Du pain.', more))).rejects.toMatchObject({
      code: 'AI_UNAVAILABLE',
      details: { provider: 'google', reason },
    });
    expect(gemini.calls).toHaveLength(calls);
  });

  it('has a time limit, and its call is ended', async () => {
    gemini.does(answers(summary), 'onPartial' in more ? falters(begun) : staysSilent);
    const { engine } = engineFor(gemini);
    // What the first call loads does not count for the second.
    await engine.generate(summaryOf('Du pain.', more));
    await expect(
      engine.generate(summaryOf('Du pain.', { ...more, limitMs: 3_000 })),
    ).rejects.toMatchObject({ code: 'AI_UNAVAILABLE', details: { reason: 'timed-out' } });
    await eventually(() => gemini.calls[1]?.closedByCaller);
  });

  it('ends its call when nobody waits any more', async () => {
    gemini.does(staysSilent);
    const { engine } = engineFor(gemini);
    const caller = new AbortController();
    const generating = engine.generate(summaryOf('Du pain.', { ...more, signal: caller.signal }));
    await eventually(() => gemini.calls.length === 1);
    caller.abort(new Error('gone'));
    await expect(generating).rejects.toThrow('gone');
    await eventually(() => gemini.calls[0]!.closedByCaller);
  });

  it('tells of a key that is not taken, and never of the key', async () => {
    const { engine, lines } = engineFor(gemini, {
      GOOGLE_API_KEY: 'another-key-than-the-right-one',
    });
    const refused = await engine
      .generate(summaryOf('Du pain.', more))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ details: { reason: 'refused' } });
    expect(gemini.calls).toHaveLength(0);
    expect(lines.join('')).toContain('400 INVALID_ARGUMENT');
    expect(lines.join('') + String(refused) + JSON.stringify(refused)).not.toContain('another-key');
  });
});
