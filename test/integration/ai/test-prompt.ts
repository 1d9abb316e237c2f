import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { AiEngine, aiEnvironment, type Generation, type Prompt } from '#libs/ai';
import { createLog } from '#libs/telemetry';
import type { TestGemini } from '#libs/testing';

const schema = z.object({ title: z.string(), points: z.array(z.string()) });
export type Summary = z.output<typeof schema>;

export const summaryPrompt: Prompt<Summary> = {
  name: 'summary',
  version: 1,
  instructions: 'Résumez le texte que contiennent les données.',
  schema,
};

export const summary: Summary = { title: 'Boulangerie Aubin', points: ['pain', 'matin'] };

/** Work on this text, with a local engine that says so. */
export function summaryOf(text: string, more: Partial<Generation<Summary>> = {}) {
  return {
    prompt: summaryPrompt,
    input: { texte: text },
    local: { version: 'test.1', write: () => ({ title: 'Écrit ici', points: [] }) },
    limitMs: 20_000,
    ...more,
  } satisfies Generation<Summary>;
}

/** An engine with few places, configured for the stand-in, and what it logged. */
export function engineFor(gemini: TestGemini, env: NodeJS.ProcessEnv = {}) {
  const lines: string[] = [];
  const destination = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
  const log = createLog({
    service: 'test',
    instance: 'test',
    level: 'trace',
    format: 'json',
    destination,
  });
  const config = aiEnvironment.parse({ ...gemini.environment, ...env });
  return { engine: new AiEngine(config, log, { atOnce: 2, waiting: 3 }), config, log, lines };
}
