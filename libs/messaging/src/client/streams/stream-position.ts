import { isUuid } from '#libs/contracts';

/** Where a reader stands in a streamed reply: the work that it read, and the number of the last part that it has. */
export interface StreamPosition {
  readonly run: string;
  readonly number: number;
}

/** `<run>.<number>`, for somebody else to keep, such as a browser. */
export function writePosition({ run, number }: StreamPosition): string {
  return `${run}.${number}`;
}

/** Undefined for what is no position. */
export function readPosition(text: string): StreamPosition | undefined {
  const [, run = '', number = ''] = /^([0-9a-f-]{36})\.(\d{1,9})$/.exec(text) ?? [];
  return isUuid(run) ? { run, number: Number(number) } : undefined;
}
