/** What the source gives, until it ends or the signal aborts; does not wait for a source that is silent then. */
export async function* untilAborted<T>(
  source: AsyncGenerator<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  try {
    while (!signal.aborted) {
      const next = await nextOrAborted(source, signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a generator ends only once what it is waiting for has come.
    source.return(undefined).catch(() => undefined);
  }
}

function nextOrAborted<T>(
  source: AsyncGenerator<T>,
  signal: AbortSignal,
): Promise<IteratorResult<T>> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve({ done: true, value: undefined });
    signal.addEventListener('abort', leave, { once: true });
    source
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}
