import { Option, type Command } from 'commander';
import { z } from 'zod';
import { modelOption, numberOption, textOption, uuid, type Run } from '../options.js';
import { listLetters, retryLetters, showLetter, type ListOptions } from './dead-letters.js';
import { dropLetter, type DropOptions } from './drop-letter.js';
import { pause, resume, type PauseOptions } from './pause-model.js';

const whole = (most: number) => numberOption(z.int().min(1).max(most), `a whole number from 1`);

/** Read models that stand still, and events that they could not take. */
export function addReadModelVerbs(program: Command, run: Run): void {
  const letters = program
    .command('dead-letters')
    .description(
      'events that a read model could not take; their user waits, everybody else goes on',
    )
    .addHelpText('after', lettersHelp);

  letters
    .command('list')
    .description('what is kept aside, by what is wrong with it; exit 1 when it is anything')
    .addOption(modelOption('only of this read model'))
    .addOption(new Option('--user <uuid>', 'only of this user').argParser(uuid))
    .addOption(
      new Option('--limit <n>', 'so many of each read model').argParser(whole(200)).default(50),
    )
    .option('--each', 'every letter, in the order of the stream')
    .action((o: ListOptions) => run((ops) => listLetters(ops, o)));

  letters
    .command('show')
    .description('one of them, with its data')
    .addOption(modelOption('the read model').makeOptionMandatory())
    .addOption(place())
    .action((o: { model: string; sequence: number }) => run((ops) => showLetter(ops, o)));

  letters
    .command('retry')
    .description('try them once more, each user in order; exit 1 when somebody stays parked')
    .addOption(modelOption('the read model').makeOptionMandatory())
    .action((o: { model: string }) => run((ops) => retryLetters(ops, o)));

  letters
    .command('drop')
    .description('put away a message that is no event of ours (UNREADABLE), in all read models')
    .addOption(place())
    .addOption(reason())
    .addOption(by())
    .option('--yes', 'do it; without, it is only shown')
    .action((o: DropOptions) => run((ops) => dropLetter(ops, o)));

  const model = program
    .command('model')
    .description('have a read model stand still, and go on')
    .addHelpText('after', modelHelp);

  model
    .command('pause')
    .description('stop it until `model resume`, also over a restart; queries tell what it holds')
    .addOption(modelOption('the read model').makeOptionMandatory())
    .addOption(reason())
    .addOption(by())
    .action((o: PauseOptions) => run((ops) => pause(ops, o)));

  model
    .command('resume')
    .description('let it go on; it catches up')
    .addOption(modelOption('the read model').makeOptionMandatory())
    .action((o: { model: string }) => run((ops) => resume(ops, o)));
}

function place(): Option {
  const option = new Option('--sequence <n>', 'its place in the stream');
  return option.argParser(whole(1e15)).makeOptionMandatory();
}

function reason(): Option {
  return new Option('--reason <words>', 'why').argParser(textOption(500)).makeOptionMandatory();
}

function by(): Option {
  return new Option('--by <name>', 'who; your name here by default').argParser(textOption(100));
}

const lettersHelp = `
Examples:
  npm run phoenix -- dead-letters list
  npm run phoenix -- dead-letters show --model energy-history --sequence 4711
  npm run phoenix -- dead-letters retry --model energy-history
  npm run phoenix -- dead-letters drop --sequence 4711 --reason "A test by hand" --yes`;

const modelHelp = `
Examples:
  npm run phoenix -- model pause --model service-figures --reason "The disk is nearly full"
  npm run phoenix -- model resume --model service-figures`;
