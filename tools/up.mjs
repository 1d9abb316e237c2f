import { prefixedLines } from './stack/log-lines.mjs';
import { announce } from './up/announce.mjs';
import { bringUp } from './up/bring-up.mjs';
import { claimHome, phoenixHome } from './up/home.mjs';
import { parseOptions } from './up/options.mjs';
import { progressOn } from './up/progress.mjs';
import { shutdown } from './up/shutdown.mjs';
import { usage } from './up/usage.mjs';
import { askedPort } from './up/website-port.mjs';

const options = parseOptions(process.argv.slice(2));
if ('fault' in options) {
  process.stderr.write(`${options.fault}\n\n${usage}`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}

const output = options.json ? process.stderr : process.stdout;
const progress = progressOn(output);
const home = phoenixHome();
const teardown = shutdown({ say: progress.say });
let exitCode = 0;
/** @type {Awaited<ReturnType<typeof claimHome>> | undefined} */
let claim;

try {
  const port = askedPort();
  claim = await claimHome(home);
  const { instances, watch } = options;
  const show = prefixedLines(output);
  const up = bringUp({ home, instances, port, watch, progress, teardown, show });
  const stack = await Promise.race([up, teardown.asked]);
  if (stack) {
    if (options.json) process.stdout.write(`${JSON.stringify(stack)}\n`);
    output.write(`\nready  ${stack.websiteUrl}\n`);
    const next = await Promise.race([announce(stack), teardown.asked]);
    if (next) output.write(`\n${next}\n\n`);
    await teardown.asked;
  }
} catch (error) {
  exitCode = 1;
  progress.fail(error instanceof Error ? error.message : String(error));
}
await teardown.end();
await claim?.release();
if (claim) progress.say('stopped');
process.exit(exitCode);
