import { setTimeout as pause } from 'node:timers/promises';
import {
  cutOver,
  discardBuild,
  dropDeadLetter,
  getDeadLetter,
  getStream,
  getReadModels,
  groupDeadLetters,
  listDeadLetters,
  listReplays,
  listStoredEvents,
  pauseModel,
  planReplay,
  restoreStream,
  resumeModel,
  retryDeadLetters,
  rollBack,
  startReplay,
  steerReplay,
  traceEvents,
  type Contract,
} from '#libs/contracts';
import type { SampleUser } from './samples.js';

type Body = Record<string, unknown>;

const model = 'energy-history';

interface Build {
  readonly model: string;
  readonly build: number;
  readonly role: string;
}

/** Nothing is under way, and one build is there: the one that is read. */
async function tidy(user: SampleUser): Promise<Body> {
  await user.ask(steerReplay, { model, step: 'abort' });
  const { models = [] } = (await user.ask(getReadModels, {})) as { models?: Build[] };
  for (const one of models.filter(({ role }) => role === 'standby')) {
    await user.ask(discardBuild, { model, build: one.build });
  }
  return { model };
}

async function replayed(user: SampleUser): Promise<Body> {
  await tidy(user);
  await user.ask(startReplay, { model });
  for (;;) {
    const { replays = [] } = (await user.ask(listReplays, { model, limit: 1 })) as {
      replays?: { state: string }[];
    };
    if (replays[0]?.state !== 'running') return { model };
    await pause(20);
  }
}

async function cutOverBefore(user: SampleUser): Promise<Body> {
  const before = (await user.ask(planReplay, { model })) as { live?: Build };
  await replayed(user);
  await user.ask(cutOver, { model, force: 'Un essai' });
  return { model, build: before.live?.build ?? 1 };
}

/** Where the message stands that is kept aside; found before it is dropped, which it is more than once. */
let aside: number | undefined;

async function keptAside(user: SampleUser): Promise<{ sequence: number }> {
  const { letters = [] } = (await user.ask(listDeadLetters, { model })) as {
    letters?: { sequence: number }[];
  };
  aside ??= letters[0]?.sequence;
  return { sequence: aside ?? 1 };
}

/** Requests of the operator about replays and the stream, each on a replay that is at the point for it. */
export const replaySamples: [Contract, (user: SampleUser) => Body | Promise<Body>][] = [
  [getStream, () => ({})],
  [listStoredEvents, () => ({ limit: 3 })],
  [restoreStream, () => ({})],
  [listDeadLetters, () => ({ model, limit: 5 })],
  [groupDeadLetters, () => ({ model })],
  [getDeadLetter, async (user) => ({ model, ...(await keptAside(user)) })],
  [retryDeadLetters, () => ({ model: 'service-figures' })],
  [
    dropDeadLetter,
    async (user) => ({ ...(await keptAside(user)), by: 'Nadia', reason: 'Un essai' }),
  ],
  [pauseModel, () => ({ model: 'energy-usage', by: 'Nadia', reason: 'Un essai' })],
  [resumeModel, () => ({ model: 'energy-usage' })],
  [traceEvents, ({ userId: user }) => ({ user, limit: 5 })],
  [planReplay, () => ({ model })],
  [listReplays, () => ({ limit: 5 })],
  [startReplay, tidy],
  [steerReplay, async (user) => ({ ...(await replayed(user)), step: 'pause' })],
  [cutOver, async (user) => ({ ...(await replayed(user)), force: 'Un essai' })],
  [rollBack, cutOverBefore],
  [discardBuild, cutOverBefore],
];
