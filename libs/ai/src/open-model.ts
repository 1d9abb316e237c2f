import { createGoogleGenerativeAI } from '@ai-sdk/google';
import type { LanguageModel } from 'ai';
import type { AiProvider } from '#libs/contracts';
import type { AiEnvironment } from './ai-environment.js';
import type { EngineChoice } from './engine-list.js';

/** How a model of each provider is opened. Opening one calls nobody. */
const open: Readonly<Record<AiProvider, (config: AiEnvironment, model: string) => LanguageModel>> =
  {
    google: ({ GOOGLE_API_KEY, GOOGLE_API_URL }, model) =>
      createGoogleGenerativeAI({
        ...(GOOGLE_API_KEY && { apiKey: GOOGLE_API_KEY }),
        ...(GOOGLE_API_URL && { baseURL: GOOGLE_API_URL }),
        fetch: withoutRedirects,
      })(model),
  };

/** A redirect would take the key, and what the user wrote, to a place that nobody configured. */
const withoutRedirects: typeof fetch = (input, init) =>
  fetch(input, { ...init, redirect: 'error' });

export function openModel(config: AiEnvironment, { provider, model }: EngineChoice): LanguageModel {
  return open[provider](config, model);
}
