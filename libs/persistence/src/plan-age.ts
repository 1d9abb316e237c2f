const plansLastMs = 2_000;

/**
 * How long a connection's plans are good. Postgres makes one while a table is empty and keeps it until the table is
 * analyzed, a minute later or never: by then it may read the whole of it each time.
 */
export class PlanAge {
  private since = performance.now();

  /** True when the plans are to be made anew (`discardPlans`); from then on they count as new. */
  isOver(): boolean {
    const now = performance.now();
    if (now < this.since + plansLastMs) return false;
    this.since = now;
    return true;
  }
}

export const discardPlans = 'DISCARD PLANS';
