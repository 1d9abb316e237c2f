import { Injectable, Logger } from '@nestjs/common';
import { gauge } from './metrics.js';
import { hideAddresses } from './hide-addresses.js';
import { hideSecrets } from './hide-secrets.js';

export interface Ready {
  readonly ready: boolean;
  readonly reason?: string;
}

export interface ReadinessStatus {
  readonly ready: boolean;
  readonly checks: readonly (Ready & { readonly name: string })[];
}

export type ReadinessCheck = () => Ready | Promise<Ready>;

const limitMs = 1_000;

const readyChecks = gauge(
  'phoenix_ready_check_ok',
  'Whether a check of readiness passed: 1 when it did, 0 when not',
  ['check'],
);

/** Whether this service can serve now, by its registered checks; with none registered, from `markStarted` on. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();
  private readonly told = new Map<string, string>();
  private readonly log = new Logger('Readiness');
  private started = false;

  /** Adds a check, or replaces the one of that name; its reason must say what is missing. */
  register(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  markStarted(): void {
    this.started = true;
  }

  /**
   * Asks all checks at once; one that throws or takes longer than 1,000 ms is not ready. Anybody may read the
   * reasons: why a check threw, and network addresses, are told to the log only.
   */
  async status(): Promise<ReadinessStatus> {
    if (this.checks.size === 0) return this.withoutChecks();
    const checks = await Promise.all(
      [...this.checks].map(async ([name, check]) => ({ name, ...(await this.ask(name, check)) })),
    );
    for (const { name, ready } of checks) readyChecks.set({ check: name }, ready ? 1 : 0);
    return { ready: checks.every((check) => check.ready), checks };
  }

  private async ask(name: string, check: ReadinessCheck): Promise<Ready> {
    try {
      const { ready, reason } = await bounded(check);
      if (ready) this.told.delete(name);
      if (reason === undefined) return { ready };
      const shown = hideAddresses(reason);
      if (shown !== reason) this.tellLog(name, reason);
      return { ready, reason: shown };
    } catch (error) {
      this.tellLog(name, (error instanceof Error && error.message) || String(error));
      return { ready: false, reason: 'The check failed.' };
    }
  }

  /** Once, until it is ready or there is something else to tell: readiness is asked for every few seconds. */
  private tellLog(name: string, why: string): void {
    if (this.told.get(name) === why) return;
    this.told.set(name, why);
    this.log.warn(`${name} is not ready: ${hideSecrets(why)}`);
  }

  private withoutChecks(): ReadinessStatus {
    if (this.started) return { ready: true, checks: [] };
    return {
      ready: false,
      checks: [{ name: 'start', ready: false, reason: 'The service is still starting.' }],
    };
  }
}

async function bounded(check: ReadinessCheck): Promise<Ready> {
  let limit: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Ready>((answer) => {
    const reason = `The check gave no answer within ${limitMs} ms.`;
    limit = setTimeout(() => answer({ ready: false, reason }), limitMs);
  });
  try {
    return await Promise.race([check(), tooLate]);
  } finally {
    clearTimeout(limit);
  }
}
