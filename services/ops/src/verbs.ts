import { Option, type Command } from 'commander';
import { z } from 'zod';
import { allEvents, serviceNames, sourceOf } from '#libs/contracts';
import { addAccountVerbs } from './account/account-verbs.js';
import { books, type BooksOptions } from './books/books.js';
import { doctor } from './doctor/doctor.js';
import { addFigureVerbs } from './figures/figure-verbs.js';
import { addHistoryVerbs } from './history/history-verbs.js';
import { addLedgerVerbs } from './ledger/ledger-verbs.js';
import { numberOption, uuid, type Run } from './options.js';
import { addReadModelVerbs } from './read-models/read-model-verbs.js';
import { addReplayVerbs } from './replay/replay-verbs.js';
import { addRequestVerbs } from './request/request-verbs.js';
import { addStreamVerbs } from './stream/stream-verbs.js';
import { status, type StatusOptions } from './status/status.js';
import { tail, type TailOptions } from './tail/tail.js';
import { signInLink, type SignInLinkOptions } from './token/sign-in-link.js';
import { token, type TokenOptions } from './token/token.js';

const longestHours = 720;
const sources = serviceNames.filter((name) => allEvents.some((event) => sourceOf(event) === name));
const count = numberOption(z.int().min(1), 'a whole number from 1');
const hours = numberOption(
  z.number().positive().max(longestHours),
  `a number up to ${longestHours}`,
);
const types = [...new Set(allEvents.map(({ type }) => type))];

/** Every verb with its options, help and examples; `run` does the work. */
export function addVerbs(program: Command, run: Run): void {
  program
    .command('status')
    .description('whether all is well: services, stream and read models; what is not comes first')
    .option('--watch', 'look again every two seconds, until Ctrl-C')
    .addHelpText('after', examples('status', 'status --watch', 'status --json'))
    .action((options: StatusOptions) => run((ops) => status(ops, options)));

  program
    .command('doctor')
    .description(
      'whether this deployment can lose what it acknowledged, or will stop soon; each finding with its fix',
    )
    .addHelpText('after', examples('doctor', 'doctor --json'))
    .action(() => run(doctor));

  program
    .command('tail')
    .description('events of the stream as they come, one a line')
    .addOption(new Option('--user <uuid>', 'only events about this user').argParser(uuid))
    .addOption(new Option('--type <type>', 'only events of this type').choices(types))
    .addOption(new Option('--source <service>', 'only events of this service').choices(sources))
    .option('--correlation <id>', 'only events of this request, as its answer named it')
    .option('--from-seq <n>', 'start at this sequence of the stream; 1 is the first', count)
    .option('--no-follow', 'show what is there, from the first event on, and end')
    .option('--limit <n>', 'end after so many events', count)
    .addHelpText(
      'after',
      examples(
        'tail',
        'tail --no-follow --user <uuid>',
        'tail --no-follow --correlation <id>',
        'tail --json --type EnergyConsumed --limit 10',
      ),
    )
    .action((options: TailOptions) => run((ops) => tail(ops, options)));

  program
    .command('token')
    .description('an access token for a user, alone on standard output; not in production')
    .addOption(
      new Option('--user <uuid>', 'whom it speaks for').argParser(uuid).makeOptionMandatory(),
    )
    .option('--staff', 'with the rights of staff', false)
    .option('--hours <n>', `valid for so many hours, ${longestHours} at most`, hours, 8)
    .option('--no-account', 'do not open the account')
    .addHelpText('after', tokenExamples)
    .action((options: TokenOptions) => run((ops) => token(ops, options)));

  program
    .command('sign-in-link')
    .description('a link that signs a browser in, once; not in production')
    .addOption(
      new Option('--user <uuid>', 'whom it signs in; somebody new by default').argParser(uuid),
    )
    .option('--staff', 'with the rights of staff', false)
    .addHelpText('after', examples('sign-in-link', 'sign-in-link --user <uuid>'))
    .action((options: SignInLinkOptions) => run((ops) => signInLink(ops, options)));

  program
    .command('books')
    .description('compare every account in ledger, event stream and read model')
    .addOption(new Option('--user <uuid>', 'only this account').argParser(uuid))
    .addHelpText('after', examples('books', 'books --user <uuid>', 'books --json'))
    .action((options: BooksOptions) => run((ops) => books(ops, options)));

  addAccountVerbs(program, run);
  addFigureVerbs(program, run);
  addReadModelVerbs(program, run);
  addLedgerVerbs(program, run);
  addReplayVerbs(program, run);
  addRequestVerbs(program, run);
  addHistoryVerbs(program, run);
  addStreamVerbs(program, run);
}

const tokenExamples = `
Examples:
  TOKEN=$(npm run -s phoenix -- token --user "$(uuidgen)")
  npm run -s phoenix -- token --staff --hours 1 --user <uuid>`;

function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  npm run phoenix -- ${line}`)].join('\n');
}
