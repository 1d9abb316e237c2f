import { z } from 'zod';
import { aiFailureReason, aiProviderNames } from '../ai/ai-provider.js';
import { workRefusals } from '../energy/work-refusals.js';
import { idempotencyKey, points } from '../values.js';
import { heldFigures, letterFigures, letterVersion } from './letter-figures.js';

/** Who may have written what an engine wrote: the house itself, or a provider. */
export const engineNames = ['local', ...aiProviderNames] as const;

/** How any work by the configured engine is ordered. */
export const engineOrder = {
  idempotencyKey,
  expectedCost: points.optional(),
  freeDraft: z
    .boolean()
    .optional()
    .describe(
      'True: by the local engine, free, where the provider failed at this same request under this key and a draft was offered.',
    ),
};

/** The document that an engine wrote; every such reply begins with it. */
export const writtenDocument = {
  letterId: z.uuid(),
  version: letterVersion,
  text: z.string(),
  engine: z.enum(engineNames),
  /** The version of the local engine, or the provider’s model and our prompt. */
  engineVersion: z.string(),
};

/** What events tell of work by the configured engine: where its document is, its hold, and what it used. */
export const engineWorkFigures = {
  ...letterFigures,
  ...heldFigures,
  engine: z.enum(engineNames),
  /** As the provider counts them; 0 of the local engine. */
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  freeAfter: aiFailureReason
    .optional()
    .describe(
      'Of a free draft only: why the provider had failed; the hold is the one that came back then, and nothing is captured.',
    ),
};

/** What work by the configured engine may refuse. */
export const engineRefusals = [
  'NOTHING_TO_WRITE_FROM',
  'CONSENT_REQUIRED',
  'AI_UNAVAILABLE',
  'NO_FREE_DRAFT',
  ...workRefusals,
] as const;

/** An engine takes a minute at most; the answer comes a moment later. */
export const engineTimeoutMs = 70_000;
