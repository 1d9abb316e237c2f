import type { Command } from 'commander';
import type { Run } from '../options.js';
import { restore, type RestoreStreamOptions } from './restore.js';
import { verify } from './verify.js';

/** Whether the event stream is whole, and what to do when it is lost. */
export function addStreamVerbs(program: Command, run: Run): void {
  const stream = program
    .command('stream')
    .description('whether the event stream is whole; after its loss, have it made anew and filled')
    .addHelpText('after', streamHelp);

  stream
    .command('restore')
    .description('make the missing stream anew, and have every service put its events back')
    .option('--dry-run', 'only tell what would come back; this is also what happens without --yes')
    .option('--yes', 'do it')
    .option('--no-wait', 'do not wait for its end')
    .action((o: RestoreStreamOptions) => run((ops) => restore(ops, o)));

  stream
    .command('verify')
    .description('compare stream and event store, event by event; exit 1 at the first difference')
    .action(() => run(verify));
}

const streamHelp = `
docs/runbook.md tells the whole way. In short:
  npm run phoenix -- stream restore --dry-run
  npm run phoenix -- stream restore --yes
  npm run phoenix -- stream verify
  npm run phoenix -- books`;
