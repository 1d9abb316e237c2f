import type { AiFailureReason } from '#libs/contracts';

interface FailureFacts {
  readonly reason: AiFailureReason;
  /** After which the provider says that it may be asked again. */
  readonly retryAfterMs?: number | undefined;
  /** The provider's own code, such as `429 RESOURCE_EXHAUSTED`. */
  readonly code?: string | undefined;
}

const passing: ReadonlySet<AiFailureReason> = new Set(['unreachable', 'failing', 'rate-limited']);

/** Why one call of a model came to nothing: codes and figures only, so that it may be logged as it is. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly reason: AiFailureReason;
  readonly retryAfterMs: number | undefined;
  readonly code: string | undefined;

  constructor({ reason, retryAfterMs, code }: FailureFacts) {
    super(code ? `${reason} (${code})` : reason);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
    this.code = code;
  }

  /** True when the same request may do better a moment later. */
  get mayPass(): boolean {
    return passing.has(this.reason);
  }
}
