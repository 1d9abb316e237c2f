import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { blame, type BlameOptions } from '../blame/blame.js';
import { dateOption, modelOption, numberOption, uuid, type Run } from '../options.js';
import { history, type HistoryOptions, type Moment } from './history.js';

/** What was: an account at any moment, and which events made a row. */
export function addHistoryVerbs(program: Command, run: Run): void {
  program
    .command('history')
    .description(
      'an account as it was, and the events that led there; exit 1 when they do not add up',
    )
    .addOption(whose())
    .addOption(
      new Option('--at <moment>', 'a version, or a date; now without it').argParser(moment),
    )
    .addOption(most('so many of the last events are shown'))
    .addHelpText('after', historyHelp)
    .action((o: HistoryOptions) => run((ops) => history(ops, o)));

  program
    .command('blame')
    .description('which events made each row of a user; exit 1 when a row is not what they make')
    .addOption(whose())
    .addOption(modelOption('the read model').makeOptionMandatory())
    .addOption(most('so many rows, and events of each'))
    .option('--all', 'also the rows that are right, where some are not')
    .addHelpText('after', blameHelp)
    .action((o: BlameOptions) => run((ops) => blame(ops, o)));
}

const historyHelp = `
Examples:
  npm run phoenix -- history --user <uuid>
  npm run phoenix -- history --user <uuid> --at 12
  npm run phoenix -- history --user <uuid> --at 2026-11-23T08:00:00Z --json`;

const blameHelp = `
Examples:
  npm run phoenix -- blame --user <uuid> --model energy-usage
  npm run phoenix -- blame --user <uuid> --model energy-history --json`;

function whose(): Option {
  return new Option('--user <uuid>', 'whose').argParser(uuid).makeOptionMandatory();
}

function most(description: string): Option {
  return new Option('--limit <n>', description)
    .argParser(numberOption(z.int().min(1).max(100_000), 'a whole number from 1'))
    .default(50);
}

function moment(text: string): Moment {
  if (/^\d{1,9}$/.test(text)) return { version: Number(text) };
  try {
    return { instant: dateOption(text) };
  } catch {
    throw new InvalidArgumentError(
      'It should be a version such as 12, or a date such as 2026-12-31 or 2026-12-31T18:00:00Z.',
    );
  }
}
