import type { Command } from 'commander';
import type { Run } from '../options.js';
import { catchUp, type CatchUpOptions } from './catch-up.js';

/** What to do when Postgres was put back to an old backup. */
export function addLedgerVerbs(program: Command, run: Run): void {
  const ledger = program
    .command('ledger')
    .description('after an old backup of Postgres: what the ledger lacks, and how it gets it back')
    .addHelpText('after', ledgerHelp);

  ledger
    .command('catch-up')
    .description('take over from the event stream what the ledger lacks; without --yes only tell')
    .option('--yes', 'do it')
    .option('--no-wait', 'do not wait for its end')
    .action((o: CatchUpOptions) => run((ops) => catchUp(ops, o)));
}

const ledgerHelp = `
docs/runbook.md tells the whole way. In short:
  npm run phoenix -- ledger catch-up
  npm run phoenix -- ledger catch-up --yes
  npm run phoenix -- books`;
