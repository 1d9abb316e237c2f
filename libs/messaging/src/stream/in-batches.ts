/**
 * What a source yields, in batches of what has arrived while the reader was busy: at least one, at most `size`. Takes
 * no more from the source than two batches ahead of the reader. Ends, or throws, as the source does.
 */
export async function* inBatches<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  const arrived: T[] = [];
  const arrival = new Bell();
  const space = new Bell();
  let ended = false;
  let left = false;

  const pump = async () => {
    for await (const item of source) {
      arrived.push(item);
      arrival.ring();
      while (arrived.length >= 2 * size && !left) await space.next();
      if (left) return;
    }
  };
  const pumping = pump().finally(() => {
    ended = true;
    arrival.ring();
  });
  pumping.catch(() => undefined);

  try {
    while (!ended || arrived.length > 0) {
      if (arrived.length === 0) {
        await arrival.next();
        continue;
      }
      const batch = arrived.splice(0, size);
      space.ring();
      yield batch;
    }
    await pumping;
  } finally {
    left = true;
    space.ring();
  }
}

/** Wakes whoever waits for its next ring; a ring that nobody waits for is forgotten. */
class Bell {
  private wake: (() => void) | undefined;

  next(): Promise<void> {
    return new Promise((wake) => (this.wake = wake));
  }

  ring(): void {
    this.wake?.();
    this.wake = undefined;
  }
}
