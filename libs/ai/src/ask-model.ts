import {
  generateText,
  NoObjectGeneratedError,
  Output,
  streamText,
  type DeepPartial,
  type FinishReason,
  type LanguageModel,
  type LanguageModelUsage,
  type ModelMessage,
} from 'ai';
import type { z } from 'zod';
import { failureOf } from './failure-of.js';
import { ModelFailure } from './model-failure.js';

/** Far above the longest plan, with what a model thinks before it writes. */
const maxOutputTokens = 16_384;

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

export interface Question<Value> {
  readonly instructions: string;
  readonly messages: ModelMessage[];
  readonly schema: z.ZodType<Value>;
  readonly signal: AbortSignal;
  /** Hears of the answer as it grows; without it, the answer comes in one piece. */
  readonly onPartial?: ((partial: DeepPartial<Value>) => void) | undefined;
}

/** What cannot be used: a text that is not of the schema, or one that is, with the fault that was found in it. */
export interface WrongAnswer {
  readonly text: string;
  readonly fault?: string | undefined;
}

/** A value of the schema, or what cannot be used in its place. */
export type Answer<Value> =
  | { readonly value: Value; readonly tokens: Tokens }
  | { readonly wrong: WrongAnswer; readonly tokens: Tokens };

// Its warnings would go past the log, to standard error.
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * Asks a model once, through the SDK. Throws a ModelFailure, the signal's reason once that is aborted, or what
 * `onPartial` threw; nothing of the call goes on then.
 */
export async function askModel<Value>(
  model: LanguageModel,
  question: Question<Value>,
): Promise<Answer<Value>> {
  const { instructions, messages, schema, signal, onPartial } = question;
  const leaving = new AbortController();
  const settings = {
    model,
    system: instructions,
    messages,
    output: Output.object({ schema }),
    maxOutputTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.any([signal, leaving.signal]),
  };
  let telling = false;
  try {
    if (!onPartial) return answerOf(await generateText(settings));
    const failures: ModelFailure[] = [];
    // Unless told otherwise, the SDK prints its errors, and with them the request.
    const onError = ({ error }: { error: unknown }) => void failures.push(failureOf(error));
    const result = streamText({ ...settings, onError });
    for await (const partial of result.partialOutputStream) {
      telling = true;
      onPartial(partial as DeepPartial<Value>);
      telling = false;
    }
    signal.throwIfAborted();
    if (failures[0]) throw failures[0];
    return answerOf({
      finishReason: await result.finishReason,
      usage: await result.usage,
      output: await result.output,
    });
  } catch (error) {
    leaving.abort();
    signal.throwIfAborted();
    if (telling) throw error;
    return wrongAnswer(error);
  }
}

function answerOf<Value>(result: {
  finishReason: FinishReason;
  usage: LanguageModelUsage;
  output: Value;
}): Answer<Value> {
  if (result.finishReason === 'content-filter') throw new ModelFailure({ reason: 'blocked' });
  return { value: result.output, tokens: tokensOf(result.usage) };
}

/** An answer that is not of the schema is an answer all the same; whatever else was thrown is a failure. */
function wrongAnswer(error: unknown): Answer<never> {
  if (!NoObjectGeneratedError.isInstance(error)) throw failureOf(error);
  if (error.finishReason === 'content-filter') throw new ModelFailure({ reason: 'blocked' });
  // Neither finished nor stopped by a limit: it was cut off in the middle.
  if (error.finishReason === 'other') throw new ModelFailure({ reason: 'unreachable' });
  return { wrong: { text: error.text ?? '' }, tokens: tokensOf(error.usage) };
}

function tokensOf(usage: LanguageModelUsage | undefined): Tokens {
  return { input: usage?.inputTokens ?? 0, output: usage?.outputTokens ?? 0 };
}
