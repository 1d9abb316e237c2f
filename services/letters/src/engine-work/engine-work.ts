import { Injectable } from '@nestjs/common';
import { AiEngine, type Generated, type Generation, type Prompt, type PromptInput } from '#libs/ai';
import { PhoenixError } from '#libs/contracts';
import { Agreements } from '../agreements/agreements.js';
import { isRefusal, LOCAL_ENGINE_VERSION, type LocalRefusal } from '../local-engine/index.js';

/** An outside engine that gave nothing by then is told as such; a hold's work may take a little longer. */
const engineLimitMs = 60_000;
const limitMs = 65_000;

interface Piece<Value, Finished> {
  readonly prompt: Prompt<Value>;
  readonly input: PromptInput;
  /** The same work in the house, or why there is nothing to be done. */
  readonly local: () => Value | LocalRefusal;
  /** Hears of a provider's answer as it grows. */
  readonly onPartial?: Generation<Value>['onPartial'];
  /** What is wrong with a provider's result, so that it is asked to mend it, once; undefined where nothing is. */
  readonly faultIn?: (value: Value) => string | undefined;
  /** What is kept of a result. It may read long texts again, so it is done before anything is stored. */
  readonly finish: (value: Value) => Finished;
  /** True when the user takes up the draft that was offered after a provider's failure. */
  readonly freeDraft: boolean | undefined;
}

/** Work by the configured engine, as held work takes it. */
@Injectable()
export class EngineWork {
  constructor(
    private readonly engine: AiEngine,
    private readonly agreements: Agreements,
  ) {}

  /**
   * Refusals before any hold: `NOTHING_TO_WRITE_FROM`, whichever engine is configured (but a provider knows trades that
   * our lexicon has not), and `CONSENT_REQUIRED`. While it works: `AI_UNAVAILABLE`, after which the same work in the
   * house is offered free.
   */
  of<Value extends object, Finished>(
    userId: string,
    { prompt, input, local, onPartial, faultIn, finish, freeDraft }: Piece<Value, Finished>,
  ) {
    let drafted: Value | LocalRefusal | undefined;
    const draft = () => (drafted ??= local());
    const house = { version: LOCAL_ENGINE_VERSION, write: () => demandWork(draft()) };
    const finished = (made: Generated<Value>) => ({ ...made, value: finish(made.value) });
    return {
      limitMs,
      before: async () => {
        if (!this.goesFurther(draft())) demandWork(draft());
        await this.agreements.demand(userId);
      },
      work: async (signal: AbortSignal): Promise<Generated<Finished>> =>
        finished(
          await this.engine.generate({
            ...{ prompt, input, signal, onPartial, faultIn, limitMs: engineLimitMs, local: house },
          }),
        ),
      draft: {
        asked: freeDraft === true,
        isThere: () => !isRefusal(draft()),
        write: () => finished(this.engine.inHouse({ prompt, local: house })),
      },
    };
  }

  private goesFurther(drafted: object): boolean {
    const { length: outside } = this.engine.providers;
    return outside > 0 && isRefusal(drafted) && drafted.refused === 'unknown-trade';
  }
}

function demandWork<Value extends object>(drafted: Value | LocalRefusal): Value {
  if (!isRefusal(drafted)) return drafted;
  const { refused: reason, message } = drafted;
  throw new PhoenixError('NOTHING_TO_WRITE_FROM', message.en, { reason });
}
