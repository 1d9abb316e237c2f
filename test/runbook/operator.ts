import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually, type StackProcess } from '#libs/testing';
import { notPrinted } from './printed.js';
import { situation } from './situation.js';

export interface Said {
  readonly line: string;
  readonly code: number;
  readonly text: string;
}

const status = 'npm run phoenix -- status';
const patienceMs = 120_000;

/** Who is called at night, and types what the runbook says in the folder that the stack was started in. */
export class Operator {
  private starting: Promise<void> | undefined;

  private constructor(
    private readonly stack: StackProcess,
    private readonly folder: string,
  ) {}

  static async at(stack: StackProcess): Promise<Operator> {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-operator-'));
    await symlink(stack.home, join(folder, '.phoenix'));
    return new Operator(stack, folder);
  }

  /** Types one line, with the values that stand in its `<places>`. `npm start` goes on in another terminal. */
  async type(line: string, values: Readonly<Record<string, string>> = {}): Promise<Said> {
    const filled = Object.entries(values).reduce(
      (text, [place, value]) => text.replaceAll(`<${place}>`, value),
      line,
    );
    if (filled === 'npm start') return this.start();
    const phoenix = `"${process.execPath}" "${resolve('tools/phoenix.mjs')}"`;
    const reproduce = `"${process.execPath}" "${resolve('tools/reproduce.mjs')}"`;
    const command = filled
      .replaceAll(/npm run (?:-s )?phoenix --/g, () => phoenix)
      .replaceAll(/npm run (?:-s )?reproduce --/g, () => reproduce);
    const env = { ...process.env, PHOENIX_HOME: this.stack.home };
    const options = { cwd: this.folder, env, maxBuffer: 2 ** 24 };
    return new Promise((done) => {
      execFile('bash', ['-c', command], options, (error, stdout, stderr) =>
        done({ line: filled, code: error ? Number(error.code) : 0, text: stdout + stderr }),
      );
    });
  }

  /** One line that is not of the page, and must work; what was said. */
  async must(line: string): Promise<string> {
    const { code, text } = await this.type(line);
    if (code !== 0) throw new Error(`\`${line}\` ended with ${code}:\n${text}`);
    return text;
  }

  /** Looks at the status until it says so. */
  async notices(what: RegExp): Promise<void> {
    await eventually(
      () => this.type(status),
      ({ code, text }) => code === 1 && what.test(text),
      patienceMs,
    );
  }

  /** Waits until a house that was started is ready, and looks at the status until it exits 0; what it said then. */
  async lastStatus(): Promise<string> {
    await this.starting;
    const { text } = await eventually(
      () => this.type(status),
      ({ code }) => code === 0,
      patienceMs,
    );
    return text;
  }

  /**
   * Types what one situation says, line by line; answers what was said. Throws when the n-th line ends otherwise than
   * with `codes[n]`, or 0; and when the page shows a line that was not printed. Before the n-th line `before[n]` is done.
   */
  async follow(
    title: string,
    values: Readonly<Record<string, string>> = {},
    codes: Readonly<Record<number, number>> = {},
    before: Readonly<Record<number, () => Promise<unknown>>> = {},
  ): Promise<Said[]> {
    const { lines, prints } = await situation(title);
    const said: Said[] = [];
    for (const [n, line] of lines.entries()) {
      await before[n]?.();
      const one = await this.type(line, values);
      said.push(one);
      if (one.code !== (codes[n] ?? 0)) throw new Error(faultOf(title, said, 'ended so'));
    }
    const missing = notPrinted(prints, said.map(({ text }) => text).join('\n'));
    if (missing)
      throw new Error(faultOf(title, said, `shows what was not printed, \`${missing}\``));
    return said;
  }

  async leave(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  /** Until hub and projector answer; that they are ready may need what is typed next. */
  private async start(): Promise<Said> {
    this.starting = this.stack.up();
    // A house that waits for the operator may be stopped before it is ready.
    this.starting.catch(() => undefined);
    await eventually(
      () => this.type(status),
      ({ text }) => /^hub /m.test(text) && /^projector /m.test(text),
      patienceMs,
    );
    return { line: 'npm start', code: 0, text: '' };
  }
}

function faultOf(title: string, said: readonly Said[], what: string): string {
  const lines = said.map(({ line, code, text }) => `$ ${line}\n${text}(exit ${code})`);
  return `"${title}" of the runbook ${what}:\n${lines.join('\n')}`;
}
