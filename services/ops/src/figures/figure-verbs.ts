import { Option, type Command } from 'commander';
import { z } from 'zod';
import { usageWindow } from '#libs/contracts';
import { dateOption, numberOption, uuid, type Run } from '../options.js';
import { figures, type FiguresOptions } from './figures.js';
import { usage, type UsageOptions } from './usage.js';

/** What read models tell in figures: of the services, and of one user's energy. */
export function addFigureVerbs(program: Command, run: Run): void {
  program
    .command('figures')
    .description('events a minute by service and type, newest minute first')
    .addOption(
      new Option('--minutes <n>', 'so many minutes that have events; 10 by default').argParser(
        numberOption(z.int().min(1).max(500), 'a whole number from 1 to 500'),
      ),
    )
    .addOption(new Option('--before <date>', 'minutes before this one').argParser(dateOption))
    .addHelpText('after', '\nExamples:\n  npm run phoenix -- figures --minutes 60 --json')
    .action((o: FiguresOptions) => run((ops) => figures(ops, o)));

  program
    .command('usage')
    .description('what a user used energy for, by day in Paris and action')
    .addOption(new Option('--user <uuid>', 'whose').argParser(uuid).makeOptionMandatory())
    .addOption(
      new Option('--window <days>', 'up to today').choices(usageWindow.options).default('7d'),
    )
    .addHelpText('after', '\nExamples:\n  npm run phoenix -- usage --user <uuid> --window 90d')
    .action((o: UsageOptions) => run((ops) => usage(ops, o)));
}
