import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const defaultPorts = { NATS_URL: 4222, DATABASE_URL: 5432 };

/**
 * Waits until somebody listens at an address that NATS_URL or DATABASE_URL gives. Refuses after `limitMs`: that
 * server is not ours to start, and every service would only wait for it without a word of why. It is no longer than
 * somebody needs who starts both at once.
 * @param {{ variable: keyof typeof defaultPorts, text: string, say: (sentence: string) => void, limitMs?: number }} options
 */
export async function untilSomebodyListens({ variable, text, say, limitMs = 10_000 }) {
  const places = placesIn(text, defaultPorts[variable]);
  const names = places.map(({ host, port }) => `${host}:${port}`).join(' or ');
  const lastTry = Date.now() + limitMs;
  for (let tries = 1; places.length > 0; tries++) {
    const answers = await Promise.all(places.map(listens));
    if (answers.includes(true)) return;
    if (Date.now() >= lastTry) {
      throw new Error(
        `Nobody listens at ${names}, which ${variable} names. Start that server or correct ${variable}; without ${variable}, one is started here.`,
      );
    }
    if (tries === 1) say(`waiting for ${names}, which ${variable} names: nobody listens there yet`);
    await pause(250);
  }
}

/** Hosts and ports of a list of addresses; none for a socket in the file system, which only its driver can ask. */
function placesIn(/** @type {string} */ text, /** @type {number} */ defaultPort) {
  const urls = text.split(',').map((one) => one.trim().replace(/^(?!\w+:\/\/)/, 'tcp://'));
  return urls.flatMap((one) => {
    const url = URL.canParse(one) ? new URL(one) : undefined;
    if (!url?.hostname || url.hostname.startsWith('%2F') || url.searchParams.has('host')) return [];
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return [{ host, port: Number(url.port) || defaultPort }];
  });
}

async function listens(/** @type {{ host: string, port: number }} */ place) {
  const socket = connect(place);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
