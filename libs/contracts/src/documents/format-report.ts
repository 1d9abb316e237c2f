import { z } from 'zod';

export const severities = ['error', 'warning', 'advice'] as const;

/**
 * One remark on a text, with its place: `text.slice(start, end) === excerpt` in the text as it was sent
 * (UTF-16 offsets); line and column count from 1. A remark on something missing has an empty excerpt.
 */
export const finding = z.object({
  code: z.string(),
  severity: z.enum(severities),
  start: z.int().min(0),
  end: z.int().min(0),
  line: z.int().min(1),
  column: z.int().min(1),
  excerpt: z.string(),
  message: z.object({ fr: z.string(), en: z.string() }),
  suggestion: z.string().optional(),
});

/** What a format check found in a text, and the engine that looked. */
export const formatReport = z.object({
  engine: z.literal('local'),
  engineVersion: z.string(),
  words: z.int().min(0),
  characters: z.int().min(0),
  findings: z.array(finding),
});

export type FormatReport = z.output<typeof formatReport>;
