import { InvalidArgumentError, Option } from 'commander';
import type { z } from 'zod';
import { readModelName, userId } from '#libs/contracts';
import type { Ops, Well } from './ops.js';

/** Runs the work of a verb once its options are read. */
export type Run = (work: (ops: Ops) => Promise<Well>) => Promise<void>;

export function uuid(text: string): string {
  const parsed = userId.safeParse(text.toLowerCase());
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('It should be a UUID.');
}

/** Words of so many characters at most, and one at least. */
export function textOption(most: number): (text: string) => string {
  return (text) => {
    if (text.trim().length > 0 && text.length <= most) return text;
    throw new InvalidArgumentError(`It should have 1 to ${most} characters.`);
  };
}

/** A date or an instant as an instant in UTC; a date alone is its midnight there. */
export function dateOption(text: string): string {
  const form = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/;
  const date = new Date(text);
  if (form.test(text) && isOnCalendar(text) && !Number.isNaN(date.getTime()))
    return date.toISOString();
  throw new InvalidArgumentError('It should be a date such as 2026-12-31 or 2026-12-31T18:00:00Z.');
}

/** Reads a number that the schema takes; `should` says which those are. */
export function numberOption(schema: z.ZodNumber, should: string): (text: string) => number {
  return (text) => {
    const parsed = schema.safeParse(text.trim() === '' ? undefined : Number(text));
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(`It should be ${should}.`);
  };
}

/** `--model`, by the name that `status` shows. */
export function modelOption(description: string): Option {
  return new Option('--model <name>', description).argParser((text) => {
    const parsed = readModelName.safeParse(text);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError('It should be a name such as energy-history.');
  });
}

/** False for a 30th of February, which `Date` takes for the 2nd of March. */
function isOnCalendar(text: string): boolean {
  const day = text.slice(0, 10);
  const midnight = new Date(day);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
