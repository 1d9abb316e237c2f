import type { DeepPartial } from 'ai';
import type { AiProvider } from '#libs/contracts';
import type { Tokens } from './ask-model.js';
import type { Prompt, PromptInput } from './prompt.js';

/** One piece of work for whichever engine is configured. */
export interface Generation<Value> {
  readonly prompt: Prompt<Value>;
  readonly input: PromptInput;
  /** The same work by the engine in the house. */
  readonly local: { readonly version: string; readonly write: () => Value };
  /** What is wrong with a value of the right shape, as a model is told it; undefined where nothing is. */
  readonly faultIn?: ((value: Value) => string | undefined) | undefined;
  /** Milliseconds for all of it: waiting for a place, retries and fallbacks. */
  readonly limitMs: number;
  /** Aborted when nobody waits any more: the call of the provider ends with it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Hears of the answer as it grows. A greater `attempt` than before means that it begins anew: what was shown of the
   * one before is void.
   */
  readonly onPartial?: ((partial: DeepPartial<Value>, attempt: number) => void) | undefined;
}

/** A result, and what it was made with. */
export interface Generated<Value> {
  readonly value: Value;
  readonly engine: 'local' | AiProvider;
  /** The provider's model, or the version of the local engine. */
  readonly model: string;
  /** Null where no prompt was used. */
  readonly promptVersion: string | null;
  /** What the provider counted, over all attempts that it answered. */
  readonly tokens: Tokens;
}
