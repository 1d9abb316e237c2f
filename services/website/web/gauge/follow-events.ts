import { noAnswer, type Problem } from '../api/problem.js';

interface Listeners {
  readonly events: Readonly<Record<string, (data: unknown) => void>>;
  /** The connection broke; it is being made anew. */
  readonly onBreak: () => void;
  /** The server refused the stream; it is asked again, unless the listener leaves. */
  readonly onRefused: (problem: Problem) => void;
}

const askAgainMs = 5_000;

/** Follows a stream of server-sent events, whatever happens to the connection, until the answer is called. */
export function followEvents(path: string, listeners: Listeners): () => void {
  const left = new AbortController();
  let source: EventSource;
  const open = () => {
    if (left.signal.aborted) return;
    source = new EventSource(path);
    for (const [name, listen] of Object.entries(listeners.events)) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => listen(JSON.parse(data)));
    }
    source.addEventListener('error', () => void onError());
  };
  const onError = async () => {
    if (source.readyState !== EventSource.CLOSED) return listeners.onBreak();
    // The browser tells no reason and gives up.
    const problem = await refusalOf(path, left.signal);
    if (left.signal.aborted) return;
    if (problem) listeners.onRefused(problem);
    setTimeout(open, problem ? askAgainMs : 0);
  };
  open();
  return () => {
    left.abort();
    source.close();
  };
}

/** Why the server refuses; undefined when it does so no more. */
async function refusalOf(path: string, signal: AbortSignal): Promise<Problem | undefined> {
  const enough = new AbortController();
  try {
    const response = await fetch(path, { signal: AbortSignal.any([signal, enough.signal]) });
    return response.ok ? undefined : ((await response.json()) as Problem);
  } catch {
    return noAnswer;
  } finally {
    enough.abort();
  }
}
