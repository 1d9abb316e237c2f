import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './stack/build.mjs';
import { ensureInstalled } from './stack/install.mjs';
import { projectRoot } from './stack/project.mjs';
import { phoenixHome } from './up/home.mjs';
import { opsEnvironment } from './up/ops-environment.mjs';
import { readStackFile } from './up/stack-file.mjs';

/** Standard output belongs to the command: `TOKEN=$(npm run -s phoenix -- token …)` must hold a token and nothing else. */
const log = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);

const home = phoenixHome();
const stack = await readStackFile(home);
const asksForHelp =
  process.argv.length === 2 || process.argv.some((arg) => ['--help', '-h', 'help'].includes(arg));
if (!stack && !process.env.NATS_URL && !asksForHelp) {
  process.stderr.write(
    `No Phoenix is running on ${home}. Start one with \`npm start\` in another terminal and wait for its ready line (or set NATS_URL to reach one elsewhere).\n`,
  );
  process.exit(1);
}
await ensureInstalled({ log });
await ensureBuilt({ log });

const child = spawn(
  process.execPath,
  [join(projectRoot, 'dist', 'services', 'ops', 'src', 'main.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: opsEnvironment(stack),
  },
);
// In a terminal a Ctrl-C reaches the command anyway, which decides what it means; elsewhere it is passed on.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => log(error.message));
child.on('close', (code) => process.exit(code ?? 1));
