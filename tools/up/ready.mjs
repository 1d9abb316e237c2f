import { setTimeout as pause } from 'node:timers/promises';

/** A service that ended this often before it was ready will not be: what it says is shown. */
const triesAtMost = 5;
const sayAfterMs = 10_000;

/**
 * Waits until the service says that it is ready; every ten seconds says what it waits for.
 * @param {import('./service.mjs').Service} service
 * @param {(sentence: string) => void} say
 * @param {AbortSignal} stopping
 */
export async function untilReady(service, say, stopping) {
  let nextWord = Date.now() + sayAfterMs;
  for (;;) {
    const answer = await askReady(service.url);
    if (answer.ready) return;
    stopping.throwIfAborted();
    if (service.supervisor.exits >= triesAtMost) {
      throw new Error(
        `${service.name} ended ${triesAtMost} times before it was ready. Its last lines:\n${service.lastLines.join('\n')}`,
      );
    }
    if (Date.now() >= nextWord) {
      say(`waiting for ${service.name}: ${answer.reason}`);
      nextWord += sayAfterMs;
    }
    await pause(100);
  }
}

/** @param {string} url @returns {Promise<{ ready: boolean, reason: string }>} */
async function askReady(url) {
  try {
    const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) });
    const text = await response.text();
    return { ready: response.ok, reason: reasonsIn(text) };
  } catch {
    return { ready: false, reason: 'it does not listen yet' };
  }
}

/** What /ready says is missing, on one line. */
function reasonsIn(/** @type {string} */ text) {
  try {
    /** @type {{ checks: { name: string, ready: boolean, reason?: string }[] }} */
    const { checks } = JSON.parse(text);
    return checks
      .filter(({ ready }) => !ready)
      .map(({ name, reason }) => `${name}: ${reason}`)
      .join('; ');
  } catch {
    return text.replace(/\s+/g, ' ').slice(0, 500);
  }
}
