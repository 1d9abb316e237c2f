import { planReplay, startReplay, type ReplyOf } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { printReport } from './print-report.js';
import { watchRun } from './watch-run.js';

export interface RunOptions {
  readonly model: string;
  readonly dryRun?: boolean;
  readonly rate?: number;
  readonly user?: string;
  readonly fromSeq?: number;
  readonly fromTime?: string;
  readonly yes?: boolean;
  readonly wait: boolean;
}

type Plan = ReplyOf<typeof planReplay>;

/** Shows what a replay would do; changes nothing. */
export async function plan(ops: Ops, { model }: { model: string }): Promise<Well> {
  const told = await withHouse(ops, ({ client }) => ask(client, model));
  if (ops.json) ops.terminal.printJson(told);
  else for (const line of planLines(told)) ops.terminal.print(line);
  return true;
}

/** Starts a replay, or a dry run, and tells how it goes until its build is caught up. */
export async function runReplay(ops: Ops, options: RunOptions): Promise<Well> {
  const { model, dryRun = false, rate, user, fromSeq: fromSequence, fromTime } = options;
  return withHouse(ops, async ({ client }) => {
    if (!dryRun && !options.yes) {
      for (const line of planLines(await ask(client, model))) ops.terminal.print(line);
      ops.terminal.say('Nothing was done. The same command with --yes does it.');
      return false;
    }
    const kind = dryRun ? 'dry-run' : 'replay';
    const request = { model, kind, rate, user, fromSequence, fromTime } as const;
    const begun = await client.request(startReplay, request, newCaller());
    const run = options.wait ? await watchRun(ops, client, begun) : begun;
    if (ops.json) ops.terminal.printJson(run);
    else if (run.report) printReport(ops.terminal, run);
    else ops.terminal.print(nextStep(run.state, model, run.build));
    return !/^(aborted|discarded)$/.test(run.state);
  });
}

function ask(client: MessageClient, model: string): Promise<Plan> {
  return client.request(planReplay, { model }, newCaller());
}

function planLines(told: Plan): string[] {
  const { model, live, next, events, tables, expectedSeconds, underWay } = told;
  return [
    `${model}: build ${live.build} (definition ${live.version}) is read now.`,
    `A replay makes build ${next.build} (definition ${next.version}) beside it: ${tables.join(', ')}.`,
    `The stream has ${events} events: about ${inWords(expectedSeconds)}, slower when the house is busy.`,
    ...(underWay ? ['A replay of it is under way already: `replay status` shows it.'] : []),
  ];
}

function nextStep(state: string, model: string, build: number): string {
  if (state === 'running')
    return `Build ${build} is being filled: \`replay status\` shows how far.`;
  return `Build ${build} is caught up, and is kept up. Next: \`npm run phoenix -- replay verify --model ${model}\`.`;
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
