import { Option, type Command } from 'commander';
import { z } from 'zod';
import { dateOption, modelOption, numberOption, textOption, uuid, type Run } from '../options.js';
import { cutOverTo, discard, rollBackTo, steer } from './change-replay.js';
import { plan, runReplay, type RunOptions } from './run-replay.js';
import { replayStatus } from './replay-status.js';
import { verifyReplay } from './verify-replay.js';

interface OfModel {
  readonly model: string;
}

const whole = (least: number, most: number) =>
  numberOption(z.int().min(least).max(most), `a whole number from ${least} to ${most}`);

/** Rebuilding a read model from the stream, beside the one that is read, and having it read instead. */
export function addReplayVerbs(program: Command, run: Run): void {
  const replay = program
    .command('replay')
    .description('rebuild a read model beside the one that is read; compare, cut over, roll back')
    .addHelpText('after', replayHelp);

  verb(replay, 'plan', 'what a replay would do now, and about how long it would take').action(
    (o: OfModel) => run((ops) => plan(ops, o)),
  );

  verb(replay, 'run', 'fill a new build from the stream; what is read now is not touched')
    .addOption(new Option('--dry-run', 'compare it with what is read, tell, and drop it'))
    .addOption(new Option('--rate <n>', 'events a second at most').argParser(whole(1, 1_000_000)))
    .addOption(new Option('--user <uuid>', 'a dry run of one user').argParser(uuid))
    .addOption(
      new Option('--from-seq <n>', 'a dry run from this sequence on').argParser(whole(1, 1e15)),
    )
    .addOption(new Option('--from-time <date>', 'a dry run from then on').argParser(dateOption))
    .option('--yes', 'do it; without, only the plan is shown (a dry run needs no yes)')
    .option('--no-wait', 'do not wait for its end')
    .action((o: RunOptions) => run((ops) => runReplay(ops, o)));

  replay
    .command('status')
    .description('every replay, newest first, and what the last verification found')
    .addOption(modelOption('only of this read model'))
    .action((o: Partial<OfModel>) => run((ops) => replayStatus(ops, o)));

  for (const [step, description] of Object.entries({
    pause: 'stop filling until `resume`; nothing is lost',
    resume: 'go on after `pause`',
    abort: 'end the replay under way and drop its build',
  } as const)) {
    verb(replay, step, description).action((o: OfModel) =>
      run((ops) => steer(ops, { ...o, step: step as 'pause' | 'resume' | 'abort' })),
    );
  }

  verb(
    replay,
    'verify',
    'compare the build, the one that is read and the stream; exit 1 when any differ',
  ).action((o: OfModel) => run((ops) => verifyReplay(ops, o)));

  verb(replay, 'cutover', 'have the verified build read from now on; nobody waits, no read fails')
    .addOption(
      new Option('--force <reason>', 'without a clean verification; the reason is kept').argParser(
        textOption(500),
      ),
    )
    .action((o: OfModel & { force?: string }) => run((ops) => cutOverTo(ops, o)));

  verb(replay, 'rollback', 'have the build read again that was read before').action((o: OfModel) =>
    run((ops) => rollBackTo(ops, o)),
  );

  verb(replay, 'discard', 'drop a build that is not read; then there is no way back to it')
    .addOption(
      new Option('--build <n>', 'its number, as `status` shows it')
        .argParser(whole(1, 1_000_000))
        .makeOptionMandatory(),
    )
    .action((o: OfModel & { build: number }) => run((ops) => discard(ops, o)));
}

const replayHelp = `
docs/runbook.md tells the whole way. In short:
  npm run phoenix -- replay run --model energy-history --dry-run
  npm run phoenix -- replay run --model energy-history --yes
  npm run phoenix -- replay verify --model energy-history
  npm run phoenix -- replay cutover --model energy-history
  npm run phoenix -- replay rollback --model energy-history`;

function verb(replay: Command, name: string, description: string): Command {
  return replay
    .command(name)
    .description(description)
    .addOption(modelOption('the read model, as `status` names it').makeOptionMandatory());
}
