import { z } from 'zod';
import { actionIds } from './catalogue.js';

// Their descriptions stand in every generated document.

export const points = z
  .int()
  .min(0)
  .max(1_000_000_000)
  .describe('Whole energy points, never negative.');

export const signedPoints = z
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .describe('Whole energy points that came (positive) or went (negative).');

export const userId = z
  .uuid()
  .refine((id) => !/^[0-]*$/.test(id), 'is the nil UUID')
  .describe('The id of a user; never the nil UUID, which stands for nobody.');

export const idempotencyKey = z
  .uuid()
  .describe(
    'Chosen by the caller, kept for ever: the same key and body is the same action, done once.',
  );

export const actionId = z.enum(actionIds).describe('An action of the catalogue.');

export const version = z
  .int()
  .min(0)
  .describe('The version of one (source, user): 1, 2, 3 … without holes.');

export const instant = z.iso
  .datetime({ precision: 3 })
  .refine((date) => !date.startsWith('0000'), 'is in the year 0, which Postgres does not have')
  .describe('Instant in UTC, ISO 8601 with milliseconds.');

export const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal.');

export const cursor = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,16}$/)
  .meta({
    description:
      'A position in the event stream: `<epoch>.<sequence>`; a cursor of another epoch is refused.',
    examples: ['00000000-0000-4000-8000-000000000001.42'],
  });

/** Text written by a person, kept unchanged. Refuses only what Postgres or UTF-8 cannot hold. */
export function text(maxCharacters: number) {
  return z
    .string()
    .max(maxCharacters)
    .refine((value) => value.isWellFormed(), 'holds a lone surrogate, which is not valid Unicode')
    .refine(
      (value) => !value.includes('\u0000'),
      'holds the character U+0000, which cannot be stored',
    );
}

/** True for the text form of any UUID, of whatever version. */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
