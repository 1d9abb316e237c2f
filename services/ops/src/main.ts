import { runOps } from './run-ops.js';

const stop = new AbortController();
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => stop.abort());
// `phoenix tail | head` ends when head has enough.
process.stdout.on('error', () => stop.abort());

const { env, stdout, stderr } = process;
const exitCode = await runOps(process.argv.slice(2), { env, stdout, stderr, signal: stop.signal });
// A pipe is written to later than the call returns; what is still under way after that is not waited for.
stdout.write('', () => process.exit(exitCode));
