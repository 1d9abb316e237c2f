import { z } from 'zod';
import type { AiProvider } from '#libs/contracts';
import type { ConfigFault } from '#libs/telemetry';
import { engineListForm, parseEngineList } from './engine-list.js';

/** What every service with AI work reads from its environment; `aiRules` says what belongs together. */
export const aiEnvironment = z.object({
  PHOENIX_AI_ENGINES: z
    .string()
    .default('local')
    .transform((list, context) => {
      const engines = parseEngineList(list);
      if (engines) return engines;
      context.addIssue('is no list of engines');
      return z.NEVER;
    })
    .describe(engineListForm),
  GOOGLE_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{20,200}$/)
    .optional()
    .describe('the key of the Gemini API, 20 to 200 characters without a space'),
  GOOGLE_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where the Gemini API is reached, for example through a proxy: https://host/v1beta'),
});

export type AiEnvironment = z.output<typeof aiEnvironment>;

const keyOf: Readonly<Record<AiProvider, keyof AiEnvironment>> = { google: 'GOOGLE_API_KEY' };

/** R31: production names its engine. An outside engine has its key, and in production nobody can read it on the way. */
export function aiRules(env: NodeJS.ProcessEnv): ConfigFault[] {
  const production = env.PHOENIX_ENV !== 'development' && env.PHOENIX_ENV !== 'test';
  const list = env.PHOENIX_AI_ENGINES;
  if (list === undefined) return production ? [noChoice] : [];
  const providers = new Set(parseEngineList(list)?.map(({ provider }) => provider));
  return [
    ...[...providers].flatMap((provider) => (env[keyOf[provider]] ? [] : [noKey(provider, list)])),
    ...(production && env.GOOGLE_API_URL?.startsWith('http:') ? [inTheClear] : []),
  ];
}

const noChoice: ConfigFault = {
  variable: 'PHOENIX_AI_ENGINES',
  wrong: 'is not set, and production has no engine unless it is chosen',
  expected: engineListForm,
};

const inTheClear: ConfigFault = {
  variable: 'GOOGLE_API_URL',
  wrong: 'would send texts and the key unencrypted in production',
  expected: 'an address that begins with https://',
};

function noKey(provider: AiProvider, list: string): ConfigFault {
  return {
    variable: keyOf[provider],
    wrong: `is not set, and PHOENIX_AI_ENGINES is "${list}"`,
    expected: `the key of ${provider}, or PHOENIX_AI_ENGINES to be local`,
  };
}
