import type { LanguageModel } from 'ai';
import type { AiProvider } from '#libs/contracts';
import { aiCalls, aiSeconds, aiTokens } from './ai-metrics.js';
import { askModel, type Answer, type Question, type Tokens } from './ask-model.js';
import type { EngineChoice } from './engine-list.js';
import type { Generation } from './generation.js';
import { ModelFailure } from './model-failure.js';

/** One model of an outside provider; every call of it is counted, with how it ended. */
export class OutsideEngine {
  readonly provider: AiProvider;
  readonly model: string;

  constructor(
    { provider, model }: EngineChoice,
    private readonly opened: LanguageModel,
  ) {
    this.provider = provider;
    this.model = model;
  }

  /** Throws a ModelFailure, or the signal's reason once that is aborted. */
  async ask<Value>(
    question: Question<Value>,
    faultIn?: Generation<Value>['faultIn'],
  ): Promise<Answer<Value>> {
    const { provider } = this;
    const count = aiSeconds.startTimer({ provider });
    let outcome: string = 'ok';
    try {
      const answer = examined(await askModel(this.opened, question), faultIn);
      if ('wrong' in answer) outcome = 'wrong-answer';
      this.countTokens(answer.tokens);
      return answer;
    } catch (error) {
      outcome = error instanceof ModelFailure ? error.reason : unfinished(error);
      throw error;
    } finally {
      count();
      aiCalls.inc({ provider, outcome });
    }
  }

  private countTokens({ input, output }: Tokens): void {
    aiTokens.inc({ provider: this.provider, direction: 'input' }, input);
    aiTokens.inc({ provider: this.provider, direction: 'output' }, output);
  }
}

function examined<Value>(
  answer: Answer<Value>,
  faultIn: Generation<Value>['faultIn'],
): Answer<Value> {
  if ('wrong' in answer) return answer;
  const { value, tokens } = answer;
  const fault = faultIn?.(value);
  return fault === undefined ? answer : { wrong: { text: JSON.stringify(value), fault }, tokens };
}

/** Why a call was given up by us. */
function unfinished(error: unknown): string {
  return (error as { name?: unknown } | null)?.name === 'TimeoutError' ? 'timed-out' : 'aborted';
}
