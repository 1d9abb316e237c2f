import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { metricsRegistry, newTrace, runInContext } from '#libs/telemetry';
import {
  answers,
  geminiTokens,
  hangsUp,
  redirects,
  refuses,
  says,
  staysSilent,
  TestGemini,
} from '#libs/testing';
import { engineFor, summary, summaryOf } from './test-prompt.js';

let gemini: TestGemini;
beforeEach(async () => {
  gemini = await TestGemini.start();
  metricsRegistry.resetMetrics();
});
afterEach(() => gemini.stop());

/** A counter's figures by its last label. */
async function figures(name: string, label: string): Promise<Record<string, number>> {
  const metric = await metricsRegistry.getSingleMetric(name)!.get();
  return Object.fromEntries(metric.values.map(({ labels, value }) => [labels[label], value]));
}

describe('what is seen of an outside engine', () => {
  it('logs codes and figures only, under the request that they belong to', async () => {
    gemini.does(says('{"secret-answer": 1}'), refuses(500, 'INTERNAL'), answers(summary));
    gemini.does(says('{"secret-answer": 1}'), says('{"secret-answer": 1}'));
    const { engine, lines } = engineFor(gemini);
    const request = { correlationId: 'request-7', traceparent: newTrace() };
    await runInContext(request, async () => {
      await engine.generate(summaryOf('Un texte confié.', { onPartial: () => undefined }));
      const failed = engine.generate(summaryOf('Un texte confié.'));
      await expect(failed).rejects.not.toThrow(/confié|secret-answer/);
    });
    const written = lines.join('');
    expect(written.match(/"correlationId":"request-7"/g)).toHaveLength(2);
    expect(written).toContain('"prompt":"summary.v1"');
    expect(written).toContain('wrong-answer');
    expect(written).not.toMatch(/confié|secret-answer|Boulangerie|stand-in-key/);
  });

  it.each([
    ['in one piece', {}],
    ['streamed', { onPartial: () => undefined }],
  ])('says what the system calls it when the connection is cut, %s', async (_how, more) => {
    gemini.always(() => hangsUp);
    const { engine, lines } = engineFor(gemini);
    const cut = engine.generate(summaryOf('Du pain.', more));
    await expect(cut).rejects.toMatchObject({ details: { reason: 'unreachable' } });
    expect(lines.join('')).toMatch(/"reason":"unreachable","code":"[A-Z_]+"/);
  });

  it('counts each call by how it ended, its tokens and its seconds', async () => {
    gemini.does(refuses(503, 'UNAVAILABLE'), says('{'), answers(summary), staysSilent);
    const { engine } = engineFor(gemini);
    await engine.generate(summaryOf('Du pain.'));
    const late = engine.generate(summaryOf('Du pain.', { limitMs: 3_000 }));
    await expect(late).rejects.toMatchObject({ code: 'AI_UNAVAILABLE' });
    expect(await figures('phoenix_ai_calls_total', 'outcome')).toEqual({
      failing: 1,
      'wrong-answer': 1,
      ok: 1,
      'timed-out': 1,
    });
    expect(await figures('phoenix_ai_tokens_total', 'direction')).toEqual({
      input: 2 * geminiTokens.input,
      output: 2 * geminiTokens.output,
    });
    expect(await metricsRegistry.metrics()).toContain(
      'phoenix_ai_call_seconds_count{provider="google"} 4',
    );
  });

  it('goes nowhere but to the address that is configured', async () => {
    const elsewhere = await TestGemini.start();
    try {
      gemini.always(() => redirects(elsewhere.environment.GOOGLE_API_URL!));
      const { engine } = engineFor(gemini);
      const sent = engine.generate(summaryOf('Un texte confié.'));
      await expect(sent).rejects.toMatchObject({ code: 'AI_UNAVAILABLE' });
      expect(elsewhere.connections).toBe(0);
    } finally {
      await elsewhere.stop();
    }
  });
});
