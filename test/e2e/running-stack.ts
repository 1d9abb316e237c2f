import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StackProcess, type StackAddresses } from '#libs/testing';

/** What a test asks of a stack, whoever started it. */
export type RunningStack = Pick<StackProcess, 'home' | 'lines' | 'addresses' | 'stop'>;

const givenHome = process.env.PHOENIX_TEST_STACK_HOME;

/** True when each test file starts its own stack, and may break it. */
export const stackIsOurs = givenHome === undefined;

/** A stack for this test file: its own, or the one that was given to the whole run and that goes on after it. */
export async function runningStack(): Promise<RunningStack> {
  return givenHome === undefined ? StackProcess.start() : new GivenStack(givenHome);
}

/** A stack that somebody else runs: `stack.json` tells where everything is, `stack.log` holds what everybody says. */
class GivenStack implements RunningStack {
  constructor(readonly home: string) {}

  get lines(): string[] {
    return readFileSync(join(this.home, 'stack.log'), 'utf8').split('\n');
  }

  async addresses(): Promise<StackAddresses> {
    return JSON.parse(await readFile(join(this.home, 'stack.json'), 'utf8')) as StackAddresses;
  }

  async stop(): Promise<number> {
    return 0;
  }
}
