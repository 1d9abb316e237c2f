import type { z } from 'zod';

/** What a parameter of a route reads of its request; the document of the API tells of it. */
export type RequestPart =
  | { readonly name: 'body' | 'query'; readonly shape: z.ZodType }
  | { readonly name: 'header'; readonly header: string; readonly shape: z.ZodType };
