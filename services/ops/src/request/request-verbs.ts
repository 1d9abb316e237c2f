import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { dateOption, numberOption, uuid, type Run } from '../options.js';
import { eventLog, type EventLogOptions } from './event-log.js';
import { explainRequest } from './explain-request.js';
import { eventLogContracts } from './gather-request.js';

/** What happened: one request through all services, and the event log of each. */
export function addRequestVerbs(program: Command, run: Run): void {
  program
    .command('explain')
    .description(
      'everything that is known of one request, in order; exit 1 while it is not done everywhere',
    )
    .addArgument(
      new Argument('<correlation-id>', 'as its answer named it, in x-correlation-id').argParser(
        correlationId,
      ),
    )
    .addHelpText('after', explainHelp)
    .action((id: string) => run((ops) => explainRequest(ops, id)));

  program
    .command('event-log')
    .description('the events that a service has recorded, newest first')
    .addOption(
      new Option('--service <name>', 'whose log')
        .choices(Object.keys(eventLogContracts))
        .makeOptionMandatory(),
    )
    .addOption(new Option('--user <uuid>', 'only about this user').argParser(uuid))
    .addOption(new Option('--correlation <id>', 'only of this request').argParser(correlationId))
    .addOption(new Option('--from <date>', 'only since then').argParser(dateOption))
    .addOption(new Option('--until <date>', 'only until then').argParser(dateOption))
    .addOption(
      new Option('--limit <n>', 'so many')
        .argParser(numberOption(z.int().min(1).max(200), 'a whole number from 1 to 200'))
        .default(50),
    )
    .addHelpText('after', logHelp)
    .action((o: EventLogOptions) => run((ops) => eventLog(ops, o)));
}

function correlationId(text: string): string {
  if (/^[A-Za-z0-9._-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('It should have 1 to 64 of the characters A-Z a-z 0-9 . _ -');
}

const explainHelp = `
AFTER counts from the first step; OWN is what of TOOK was not spent in the steps below it: of a request to another
service, the way there and back. What changed nothing is remembered for a while only.

Examples:
  npm run phoenix -- explain 7f3c2b1e-5d0a-4c86-9f7e-0a5b1c2d3e4f
  npm run phoenix -- explain 7f3c2b1e-5d0a-4c86-9f7e-0a5b1c2d3e4f --json`;

const logHelp = `
Examples:
  npm run phoenix -- event-log --service hub --user <uuid>
  npm run phoenix -- event-log --service letters --from 2026-11-23T02:00:00Z --limit 200 --json`;
