import { killAllBound } from '../stack/bound-process.mjs';

/** npm and the terminal both pass one Ctrl-C on, so two signals this close together are one. */
const sameKeystrokeMs = 500;

/**
 * Keeps what to end and in which order (the last first), and listens for Ctrl-C and SIGTERM.
 * @param {{ say: (sentence: string) => void }} options
 */
export function shutdown({ say }) {
  /** @type {(() => Promise<unknown>)[]} */
  const ends = [];
  const asked = new AbortController();
  let firstSignalAt = 0;

  const ask = (/** @type {string} */ sentence) => {
    firstSignalAt = Date.now();
    say(sentence);
    asked.abort();
  };
  if (process.env.npm_lifecycle_event)
    whenParentEnds(() => firstSignalAt === 0 && ask('npm ended: stopping'));

  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => {
      if (firstSignalAt === 0) {
        ask('stopping (a second Ctrl-C kills)');
      } else if (name === 'SIGINT' && Date.now() - firstSignalAt > sameKeystrokeMs) {
        say('killed');
        killAllBound();
        process.exit(130);
      }
    });
  }

  return {
    /** Aborted when the end is asked for. */
    signal: asked.signal,
    /** Settles when the end is asked for. */
    asked: new Promise((/** @type {(value: void) => void} */ resolve) => {
      asked.signal.addEventListener('abort', () => resolve());
    }),
    /** Remembers how to end what was just begun. */
    add: (/** @type {() => Promise<unknown>} */ end) => void ends.push(end),
    /** Ends everything in order; whatever was only just being started is killed. */
    async end() {
      for (let end = ends.pop(); end; end = ends.pop()) await end();
      killAllBound();
    },
  };
}

/** A SIGTERM to npm ends npm only; its child is handed to another parent and would run on, seen by nobody. */
function whenParentEnds(/** @type {() => void} */ then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
}

/** @typedef {ReturnType<typeof shutdown>} Shutdown */
