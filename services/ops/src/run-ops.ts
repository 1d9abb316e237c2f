import { Command, CommanderError } from 'commander';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { explain } from './explain.js';
import { opsEnvironment } from './ops-environment.js';
import type { Ops } from './ops.js';
import { addVerbs } from './verbs.js';
import { Terminal, type Output } from './terminal/terminal.js';

/** The process around a command: its environment, where it writes, and when the person wants to stop. */
export interface World {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

/** Runs one command line, without the program's name, and answers its exit code. Never throws. */
export async function runOps(argv: readonly string[], world: World): Promise<ExitCode> {
  const terminal = new Terminal(world.stdout, world.stderr, world.env);
  const program = rootCommand(world);
  let exitCode: ExitCode = exitCodes.well;
  addVerbs(program, async (run) => {
    const { json = false, verbose = false, color } = program.opts<GlobalOptions>();
    terminal.colour = color;
    const signal = world.signal ?? new AbortController().signal;
    const now = world.now ?? Date.now;
    const ops: Ops = { config: opsEnvironment(world.env), terminal, json, verbose, signal, now };
    exitCode = (await run(ops)) ? exitCodes.well : exitCodes.wrong;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.well : exitCodes.usage;
    terminal.say(explain(error, program.opts<{ verbose?: boolean }>().verbose ?? false));
    return exitCodes.wrong;
  }
}

interface GlobalOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

function rootCommand({ stdout, stderr }: World): Command {
  return new Command('npm run phoenix --')
    .description(
      'The command line of whoever runs Phoenix. Exit codes: 0 well, 1 something is wrong, 2 usage.',
    )
    .option('--json', 'answer in JSON, for a program')
    .option('--verbose', 'tell more when something fails')
    .option('--no-color', 'no colours, as with NO_COLOR in the environment')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    })
    .showHelpAfterError()
    .exitOverride();
}
