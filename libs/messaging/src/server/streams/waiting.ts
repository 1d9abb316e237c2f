/** Those that wait until something is so; each looks again when it is told that something changed. */
export class Waiting {
  private readonly looking = new Set<() => void>();

  /** Resolves once it is so, or `atMostMs` have passed. */
  until(isSo: () => boolean, atMostMs?: number): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.looking.delete(look);
        resolve();
      };
      const look = () => {
        if (isSo()) done();
      };
      const timer = atMostMs === undefined ? undefined : setTimeout(done, atMostMs);
      this.looking.add(look);
    });
  }

  changed(): void {
    for (const look of this.looking) look();
  }
}
