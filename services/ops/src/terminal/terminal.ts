/** Where a command writes: a stream of the process, or what a test collects. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Characters in a line of a terminal. */
  readonly columns?: number;
}

const controlCharacters = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Answers go to standard output, all else to standard error; what could steer a terminal is shown as `�`. */
export class Terminal {
  /** False: no colour, whatever the terminal can. */
  colour = true;
  private replacing = false;

  constructor(
    private readonly stdout: Output,
    private readonly stderr: Output,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** A line of the answer. */
  print(line = ''): void {
    this.stdout.write(`${plain(line)}\n`);
  }

  /** The answer as one line of JSON. */
  printJson(answer: unknown): void {
    this.stdout.write(`${JSON.stringify(answer)}\n`);
  }

  /** A line of the answer that says what is wrong: red where there is a terminal that wants colour. */
  printFault(line: string): void {
    const coloured = this.colour && this.stdout.isTTY === true && !this.env.NO_COLOR;
    this.stdout.write(coloured ? `\u001b[31m${plain(line)}\u001b[0m\n` : `${plain(line)}\n`);
  }

  /** Empties the screen where the answer goes to one; false where it does not. */
  clear(): boolean {
    if (this.stdout.isTTY !== true) return false;
    this.stdout.write('\u001b[2J\u001b[H');
    return true;
  }

  /** A line beside the answer that takes the place of the one before; false where it goes to no terminal. */
  replace(line: string): boolean {
    if (this.stderr.isTTY !== true) return false;
    this.replacing = true;
    this.stderr.write(`\r\u001b[K${plain(line).slice(0, (this.stderr.columns ?? 80) - 1)}`);
    return true;
  }

  /** What is written next stands on a line of its own. */
  endReplacing(): void {
    if (this.replacing) this.stderr.write('\r\u001b[K');
    this.replacing = false;
  }

  /** A line beside the answer. */
  say(line: string): void {
    this.endReplacing();
    this.stderr.write(`${plain(line)}\n`);
  }
}

function plain(text: string): string {
  return text.replace(controlCharacters, '�');
}
