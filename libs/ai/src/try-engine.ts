import { setTimeout as delay } from 'node:timers/promises';
import type { Answer, Tokens, WrongAnswer } from './ask-model.js';
import { ModelFailure } from './model-failure.js';

/** The last attempt of a passing failure is the third. */
const pausesMs = [500, 1_500];

interface Attempts<Value> {
  /** One call; `wrong` is the answer of the call before when that has to be mended. */
  readonly ask: (wrong: WrongAnswer | undefined) => Promise<Answer<Value>>;
  readonly signal: AbortSignal;
  /** Milliseconds until the signal is aborted. */
  readonly timeLeft: () => number;
}

/**
 * Asks one engine until it gives a value: what may pass is asked again after a pause, by the provider's word where it
 * gives one, and an answer that cannot be used is handed back once to be mended. Throws a ModelFailure.
 */
export async function tryEngine<Value>({
  ask,
  signal,
  timeLeft,
}: Attempts<Value>): Promise<{ value: Value; tokens: Tokens }> {
  let wrong: WrongAnswer | undefined;
  let tokens: Tokens = { input: 0, output: 0 };
  const pauses = [...pausesMs];
  for (;;) {
    try {
      const answer = await ask(wrong);
      tokens = sum(tokens, answer.tokens);
      if ('value' in answer) return { value: answer.value, tokens };
      if (wrong !== undefined) throw new ModelFailure({ reason: 'wrong-answer' });
      wrong = answer.wrong;
    } catch (error) {
      if (!(error instanceof ModelFailure) || !error.mayPass) throw error;
      const pauseMs = Math.max(pauses.shift() ?? Infinity, error.retryAfterMs ?? 0);
      if (pauseMs >= timeLeft()) throw error;
      await delay(pauseMs, undefined, { signal });
    }
  }
}

function sum(a: Tokens, b: Tokens): Tokens {
  return { input: a.input + b.input, output: a.output + b.output };
}
