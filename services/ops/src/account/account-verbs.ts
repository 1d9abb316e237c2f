import { Option, type Command } from 'commander';
import { z } from 'zod';
import { mostByStaff, reasonCode } from '#libs/contracts';
import { dateOption, numberOption, uuid, type Run } from '../options.js';
import {
  correct,
  freeze,
  grant,
  limited,
  refund,
  unfreeze,
  unlimited,
  type StaffOptions,
} from './act-on-account.js';
import { audit, type AuditOptions } from './list-actions.js';

/** What staff do to somebody's account, each with its reason, and the list of what was done. */
export function addAccountVerbs(program: Command, run: Run): void {
  const account = program
    .command('account')
    .description('what staff do to an account, and the list of what they did')
    .addHelpText('after', accountHelp);

  staffVerb(account, 'grant', 'give points, for ever or until a date')
    .addOption(points('how many', 1))
    .addOption(date('--until <date>', 'the points expire then'))
    .action((o: StaffOptions & { amount: number; until?: string }) => run((ops) => grant(ops, o)));

  staffVerb(account, 'correct', 'put a mistake right, up or down')
    .addOption(points('points up, or down when negative', -mostByStaff))
    .action((o: StaffOptions & { amount: number }) => run((ops) => correct(ops, o)));

  staffVerb(account, 'refund', 'give back what one action took')
    .addOption(
      new Option('--entry <uuid>', 'the entry of the action').argParser(uuid).makeOptionMandatory(),
    )
    .action((o: StaffOptions & { entry: string }) => run((ops) => refund(ops, o)));

  staffVerb(account, 'unlimited', 'make every action free until a date; a later date renews')
    .addOption(date('--from <date>', 'from then on; now without it'))
    .addOption(date('--until <date>', 'until then').makeOptionMandatory())
    .action((o: StaffOptions & { from?: string; until: string }) =>
      run((ops) => unlimited(ops, o)),
    );

  staffVerb(account, 'limited', 'end the unlimited period now').action((o: StaffOptions) =>
    run((ops) => limited(ops, o)),
  );
  staffVerb(account, 'freeze', 'stop the account from spending').action((o: StaffOptions) =>
    run((ops) => freeze(ops, o)),
  );
  staffVerb(account, 'unfreeze', 'let the account spend again').action((o: StaffOptions) =>
    run((ops) => unfreeze(ops, o)),
  );

  account
    .command('audit')
    .description('what staff did, newest first')
    .addOption(new Option('--user <uuid>', 'only to this account').argParser(uuid))
    .addOption(
      new Option('--limit <n>', 'so many lines').argParser(
        numberOption(z.int().min(1).max(200), 'a whole number from 1 to 200'),
      ),
    )
    .action((o: AuditOptions) => run((ops) => audit(ops, o)));
}

const accountHelp = `
Staff act by the token in PHOENIX_STAFF_TOKEN; on a stack of your own one is made.

Examples:
  npm run phoenix -- account grant --user <uuid> --amount 50 --code gesture --reason "Sorry for the wait"
  npm run phoenix -- account audit --user <uuid>`;

function staffVerb(account: Command, name: string, description: string): Command {
  return account
    .command(name)
    .description(description)
    .addOption(userOption())
    .addOption(
      new Option('--code <code>', 'why, for the event')
        .choices(reasonCode.options)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <words>', 'why, in words; they stay in the audit list');
}

function userOption(): Option {
  return new Option('--user <uuid>', 'whose account').argParser(uuid).makeOptionMandatory();
}

function points(description: string, least: number): Option {
  return new Option('--amount <points>', description)
    .argParser(
      numberOption(
        z.int().min(least).max(mostByStaff),
        `a whole number from ${least} to ${mostByStaff}`,
      ),
    )
    .makeOptionMandatory();
}

function date(flags: string, description: string): Option {
  return new Option(flags, `${description} (such as 2026-12-31, or with a time)`).argParser(
    dateOption,
  );
}
