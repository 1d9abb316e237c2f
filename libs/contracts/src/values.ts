import { z } from 'zod';
import { actionIds } from './catalogue.js';

/** Whole energy points, never negative. */
export const points = z.int().min(0).max(1_000_000_000);

/** Whole energy points that came (positive) or went (negative). */
export const signedPoints = z.int().min(-1_000_000_000).max(1_000_000_000);

/** Never the nil UUID, which stands for nobody. */
export const userId = z.uuid().refine((id) => !/^[0-]*$/.test(id), 'is the nil UUID');

/** Chosen by the caller, kept for ever: the same key and body is the same action, done once. */
export const idempotencyKey = z.uuid();

/** An action of the catalogue. */
export const actionId = z.enum(actionIds);

/** The version of one (source, user): 1, 2, 3 … without holes. */
export const version = z.int().min(0);

/** Instant in UTC, ISO 8601 with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

/** SHA-256 in lower-case hexadecimal. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/** A position in the event stream: `<epoch>.<sequence>`; a cursor of another epoch is refused. */
export const cursor = z.string().regex(/^[0-9a-f-]{36}\.\d{1,16}$/);

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
