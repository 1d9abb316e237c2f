import { PhoenixError, type AiProvider } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import type { AiEnvironment } from './ai-environment.js';
import type { Question, WrongAnswer } from './ask-model.js';
import { conversation } from './conversation.js';
import type { Generated, Generation } from './generation.js';
import { ModelFailure } from './model-failure.js';
import { openModel } from './open-model.js';
import { OutsideEngine } from './outside-engine.js';
import { overloaded, Places } from './places.js';
import { versionOf } from './prompt.js';
import { TimeLimit } from './time-limit.js';
import { tryEngine } from './try-engine.js';

const bounds = { atOnce: 8, waiting: 64 };

/**
 * Does AI work by the engine that is configured: in the house, or by outside models in their order. It calls nobody
 * before it is asked for work.
 */
export class AiEngine {
  private readonly engines: readonly OutsideEngine[];
  private readonly places: Places;

  constructor(
    config: AiEnvironment,
    private readonly log: Log,
    limits = bounds,
  ) {
    this.engines = config.PHOENIX_AI_ENGINES.map(
      (choice) => new OutsideEngine(choice, openModel(config, choice)),
    );
    this.places = new Places(limits);
  }

  /** Whom a text may go to, once its owner agreed; nobody with the local engine. */
  get providers(): readonly AiProvider[] {
    return [...new Set(this.engines.map(({ provider }) => provider))];
  }

  /**
   * A value of the prompt's schema. Refusals: `AI_UNAVAILABLE` when no configured engine gave one within the limit,
   * `OVERLOADED` when there was no place. Throws the signal's reason when that is aborted.
   */
  async generate<Value>(work: Generation<Value>): Promise<Generated<Value>> {
    if (this.engines.length === 0) return this.inHouse(work);
    const limit = new TimeLimit(work.limitMs, work.signal);
    const giveBack = await this.places.take(limit.signal).catch((error: unknown) => {
      throw limit.over ? overloaded() : error;
    });
    try {
      return await this.outside(work, limit);
    } finally {
      giveBack();
    }
  }

  /** The same by the engine in the house, whichever is configured: it costs nobody anything. */
  inHouse<Value>({ prompt, local }: Pick<Generation<Value>, 'prompt' | 'local'>): Generated<Value> {
    const value = prompt.schema.parse(local.write());
    const tokens = { input: 0, output: 0 };
    return { value, engine: 'local', model: local.version, promptVersion: null, tokens };
  }

  /** Each engine has its share of the time that is left, so that one that hangs leaves some for the next. */
  private async outside<Value>(
    work: Generation<Value>,
    limit: TimeLimit,
  ): Promise<Generated<Value>> {
    let attempt = 0;
    let failed: PhoenixError | undefined;
    for (const [index, engine] of this.engines.entries()) {
      const shareMs = limit.leftMs / (this.engines.length - index);
      const { provider, model } = engine;
      const told = { provider, model, prompt: versionOf(work.prompt) };
      try {
        const generated = await by(engine, work, shareMs, () => ++attempt);
        this.log.info({ ...told, tokens: generated.tokens }, 'an AI engine gave a result');
        return generated;
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        const { reason, code } = error;
        this.log.warn({ ...told, reason, code }, 'an AI engine gave no result');
        failed = unavailable(provider, error);
      }
    }
    throw failed!;
  }
}

async function by<Value>(
  engine: OutsideEngine,
  { prompt, input, signal: caller, faultIn, onPartial }: Generation<Value>,
  shareMs: number,
  nextAttempt: () => number,
): Promise<Generated<Value>> {
  const limit = new TimeLimit(shareMs, caller);
  const { signal } = limit;
  const ask = (wrong: WrongAnswer | undefined) => {
    const attempt = nextAttempt();
    const question: Question<Value> = {
      instructions: prompt.instructions,
      messages: conversation(input, wrong),
      schema: prompt.schema,
      signal,
      onPartial: onPartial && ((partial) => onPartial(partial, attempt)),
    };
    return engine.ask<Value>(question, faultIn);
  };
  try {
    const { value, tokens } = await tryEngine({ ask, signal, timeLeft: () => limit.leftMs });
    const { provider, model } = engine;
    return { value, engine: provider, model, promptVersion: versionOf(prompt), tokens };
  } catch (error) {
    throw limit.over ? new ModelFailure({ reason: 'timed-out' }) : error;
  }
}

function unavailable(provider: AiProvider, failure: ModelFailure): PhoenixError<'AI_UNAVAILABLE'> {
  const { reason, retryAfterMs } = failure;
  const sentence = `${provider} gave no answer that can be used: ${reason}.`;
  return new PhoenixError('AI_UNAVAILABLE', sentence, {
    provider,
    reason,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
