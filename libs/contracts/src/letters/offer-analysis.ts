import { z } from 'zod';
import { excerpt, importance, phrase, sentence } from './wording.js';

export const contractKinds = [
  'cdi',
  'cdd',
  'interim',
  'apprenticeship',
  'internship',
  'freelance',
  'seasonal',
  'civil-service',
] as const;

/** What a job offer asks for, in French. What it does not say is null or an empty list; every skill rests on its words. */
export const offerAnalysis = z.object({
  position: phrase.nullable(),
  company: phrase.nullable().describe('The employer.'),
  place: phrase.nullable(),
  contract: z.enum(contractKinds).nullable(),
  salary: phrase.nullable().describe('As it is written.'),
  experienceYears: z.int().min(0).max(50).nullable(),
  education: phrase.nullable().describe('The diploma or level that is asked for.'),
  skills: z.array(z.object({ name: phrase, importance, excerpt })).max(60),
  qualities: z.array(z.object({ name: phrase, excerpt })).max(30),
  tasks: z.array(phrase).max(30),
  keywords: z.array(phrase).max(20).describe('Words of the offer to take up in an application.'),
  advice: z.array(sentence).max(8).describe('How to answer this offer.'),
});

export type OfferAnalysis = z.output<typeof offerAnalysis>;
