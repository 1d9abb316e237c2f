/** More wait only after a long absence of the hub; their turn comes when they move again. */
const mostKept = 50_000;

/** The accounts whose books are to be compared: those that have moved, and those that differed the last time. */
export class MovedAccounts {
  private readonly users = new Set<string>();

  /** How many were passed over since the start, for want of room. */
  skipped = 0;

  get size(): number {
    return this.users.size;
  }

  add(userId: string): void {
    if (this.users.size < mostKept) this.users.add(userId);
    else if (!this.users.has(userId)) this.skipped++;
  }

  /** The first so many, which are then no longer there: who moves meanwhile is there again. */
  take(most: number): string[] {
    const taken: string[] = [];
    for (const userId of this.users) {
      if (taken.length === most) break;
      taken.push(userId);
    }
    for (const userId of taken) this.users.delete(userId);
    return taken;
  }
}
