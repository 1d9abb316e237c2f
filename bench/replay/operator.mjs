import { setTimeout as pause } from 'node:timers/promises';
import { listReplays, startReplay, steerReplay } from '#libs/contracts';
import { Connection, MessageClient, newCaller } from '#libs/messaging';
import { createLog } from '#libs/telemetry';

const log = createLog({ service: 'bench', instance: 'bench', level: 'silent', format: 'json' });
const lookEveryMs = 20;

/**
 * What an operator does with the replays of a model, by the same commands as `npm run phoenix -- replay`.
 * @param {{ natsUrl: string, credentials: import('../stack/credentials.mjs').Credentials,
 *   ends: import('../stack/ends.mjs').Ends }} options
 */
export async function openOperator({ natsUrl, credentials, ends }) {
  const own = { caller: 'ops', name: 'bench', seedFile: credentials.seedFileOf('ops') };
  const connection = await Connection.open({ servers: [natsUrl], ...own, log });
  ends.add(() => connection.close());
  const client = new MessageClient(connection, 'ops');
  const ask = (/** @type {any} */ contract, /** @type {object} */ body) =>
    client.request(contract, body, newCaller());

  async function newest(/** @type {string} */ model) {
    const { replays } = await ask(listReplays, { model, limit: 1 });
    return replays[0];
  }

  /** The newest replay as soon as it is no longer in this state. */
  async function after(/** @type {string} */ model, /** @type {string} */ state) {
    for (;;) {
      const run = await newest(model);
      if (run.stopped) throw new Error(`The replay of ${model} has stopped: ${run.reason}`);
      if (run.state !== state) return run;
      await pause(lookEveryMs);
    }
  }
  const steer = (/** @type {string} */ model, /** @type {string} */ step) =>
    ask(steerReplay, { model, step });
  const underWay = async (/** @type {string} */ model) => {
    const run = await newest(model);
    return run !== undefined && run.endedAt === null;
  };

  return {
    /** Drops what an earlier replay of the model left. */
    clear: async (/** @type {string} */ model) => {
      if (await underWay(model)) await steer(model, 'abort');
    },
    /** Fills a new build, until it has caught up. */
    rebuild: async (/** @type {string} */ model) => {
      await ask(startReplay, { model });
      return after(model, 'running');
    },
    /** Has the build verified that was filled last, or one that is filled first. */
    verify: async (/** @type {string} */ model) => {
      if (!(await underWay(model))) {
        await ask(startReplay, { model });
        await after(model, 'running');
      }
      await steer(model, 'verify');
      const run = await after(model, 'verifying');
      if (!run.report?.clean) throw new Error(`Verification of ${model} found differences.`);
      return run;
    },
  };
}
