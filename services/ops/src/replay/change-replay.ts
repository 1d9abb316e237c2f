import {
  cutOver,
  discardBuild,
  rollBack,
  steerReplay,
  type PhoenixError,
  type ReplayRun,
} from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { patiently } from '../house/patiently.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';

interface Steer {
  readonly model: string;
  readonly step: 'pause' | 'resume' | 'abort';
}

const done = { pause: 'paused', resume: 'going on', abort: 'ended, and its build is dropped' };

export function steer(ops: Ops, { model, step }: Steer): Promise<Well> {
  return change(
    ops,
    (client) => client.request(steerReplay, { model, step }, newCaller()),
    ({ build }) => `The replay of ${model} into build ${build} is ${done[step]}.`,
  );
}

export function cutOverTo(ops: Ops, { model, force }: { model: string; force?: string }) {
  return change(
    ops,
    (client) => onceCaughtUp(ops, () => client.request(cutOver, { model, force }, newCaller())),
    ({ build }) =>
      `Build ${build} of ${model} is read now. The one before is kept up: \`npm run phoenix -- replay rollback --model ${model}\` goes back to it.`,
  );
}

export function rollBackTo(ops: Ops, { model }: { model: string }) {
  return change(
    ops,
    (client) => onceCaughtUp(ops, () => client.request(rollBack, { model }, newCaller())),
    ({ build }) =>
      `The build before is read again. Build ${build} of ${model} is kept up: \`replay cutover\` takes it once more, \`replay discard\` drops it.`,
  );
}

export async function discard(ops: Ops, request: { model: string; build: number }): Promise<Well> {
  const { model, build } = request;
  await withHouse(ops, ({ client }) => client.request(discardBuild, { model, build }, newCaller()));
  if (ops.json) ops.terminal.printJson({ model, build });
  else ops.terminal.print(`Build ${build} of ${model} is dropped.`);
  return true;
}

/** A build may be some moments behind the one that is read: that is waited for, ten seconds at most. */
function onceCaughtUp(ops: Ops, ask: () => Promise<ReplayRun>): Promise<ReplayRun> {
  const mayPass = (error: PhoenixError) =>
    error.is('REPLAY_REFUSED') && error.details.reason === 'not-caught-up';
  return patiently(ops, ask, { withinMs: 10_000, mayPass });
}

async function change(
  ops: Ops,
  ask: (client: MessageClient) => Promise<ReplayRun>,
  sentence: (run: ReplayRun) => string,
): Promise<Well> {
  const run = await withHouse(ops, ({ client }) => ask(client));
  if (ops.json) ops.terminal.printJson(run);
  else ops.terminal.print(sentence(run));
  return true;
}
