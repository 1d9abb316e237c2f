import type { z } from 'zod';

/** A prompt as it was released: a change of a word in it is a new version beside the old one. */
export interface Prompt<Value> {
  readonly name: string;
  readonly version: number;
  /** Ours alone, byte for byte: nothing that a user wrote ever stands in it. */
  readonly instructions: string;
  /** What an answer must look like; anything else is refused. */
  readonly schema: z.ZodType<Value>;
}

/** What a prompt works on: texts that people wrote, and settings. What is null is left out. */
export type PromptInput = Readonly<Record<string, string | number | null>>;

/** Ends like `cover-letter.v1`: what a result says that it was made with. */
export function versionOf(prompt: Prompt<unknown>): string {
  return `${prompt.name}.v${prompt.version}`;
}

/**
 * The input as parts of a message, one a field, each a JSON object of its own: quoted so, no text can end the part that
 * it stands in, nor pass for an instruction or for another field.
 */
export function dataParts(input: PromptInput): { type: 'text'; text: string }[] {
  return Object.entries(input)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({ type: 'text', text: JSON.stringify({ [name]: value }) }));
}
