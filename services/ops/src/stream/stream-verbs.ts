import type { Command } from 'commander';
import type { Run } from '../options.js';
import { restore, type RestoreStreamOptions } from './restore.js';

/** What to do with the event stream after its loss. */
export function addStreamVerbs(program: Command, run: Run): void {
  const stream = program
    .command('stream')
    .description('the event stream after its loss: made anew, and filled by every service')
    .addHelpText('after', streamHelp);

  stream
    .command('restore')
    .description('make the missing stream anew, and have every service put its events back')
    .option('--dry-run', 'only tell what would come back; this is also what happens without --yes')
    .option('--yes', 'do it')
    .option('--no-wait', 'do not wait for its end')
    .action((o: RestoreStreamOptions) => run((ops) => restore(ops, o)));
}

const streamHelp = `
docs/runbook.md tells the whole way. In short:
  npm run phoenix -- stream restore --dry-run
  npm run phoenix -- stream restore --yes
  npm run phoenix -- books`;
