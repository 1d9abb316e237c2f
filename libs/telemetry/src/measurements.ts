import { Injectable, Logger } from '@nestjs/common';
import { hideSecrets } from './hide-secrets.js';

const limitMs = 1_000;

/** Figures that are looked up rather than counted: taken when somebody reads the metrics, and only then. */
@Injectable()
export class Measurements {
  private readonly all = new Map<string, () => Promise<void>>();
  private readonly failing = new Set<string>();
  private readonly log = new Logger('Measurements');

  /** Adds a measurement, or replaces the one of that name. It sets its own metrics. */
  register(name: string, measure: () => Promise<void>): void {
    this.all.set(name, measure);
  }

  /** Takes all at once. What fails, or is not known within 1,000 ms, stays as it was, and the log says why. */
  async take(): Promise<void> {
    let limit: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((done) => {
      limit = setTimeout(done, limitMs);
    });
    const taken = Promise.all([...this.all].map(([name, measure]) => this.one(name, measure)));
    await Promise.race([taken, tooLate]);
    clearTimeout(limit);
  }

  private async one(name: string, measure: () => Promise<void>): Promise<void> {
    try {
      await measure();
      this.failing.delete(name);
    } catch (error) {
      if (this.failing.has(name)) return;
      this.failing.add(name);
      const why = error instanceof Error ? error.message : String(error);
      this.log.warn(hideSecrets(`The figures of ${name} cannot be taken: ${why}`));
    }
  }
}
