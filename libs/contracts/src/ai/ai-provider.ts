import { z } from 'zod';

/** The outside providers that Phoenix can work with, under the names by which their users know them. */
export const aiProviders = { google: 'Google (Gemini)' } as const;

export type AiProvider = keyof typeof aiProviders;

export const aiProviderNames = Object.keys(aiProviders) as [AiProvider, ...AiProvider[]];

export const aiProvider = z
  .enum(aiProviderNames)
  .describe('An outside provider of AI, to which a text goes only when its owner agreed.');

/** Why no provider gave an answer that can be used. */
export const aiFailureReason = z.enum([
  'unreachable',
  'failing',
  'rate-limited',
  'refused',
  'blocked',
  'wrong-answer',
  'timed-out',
]);

export type AiFailureReason = z.output<typeof aiFailureReason>;
