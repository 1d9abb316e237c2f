import type { ModelMessage } from 'ai';
import { dataParts, type PromptInput } from './prompt.js';

const repairRequest =
  'Votre réponse n’était pas un objet JSON conforme au schéma demandé. Renvoyez la même réponse sous cette forme, et rien d’autre.';

/** What a model is shown: the data, and where its answer was of another shape, that answer and a request to mend it. */
export function conversation(input: PromptInput, wrong: string | undefined): ModelMessage[] {
  const data: ModelMessage = { role: 'user', content: dataParts(input) };
  if (wrong === undefined) return [data];
  return [
    data,
    // A provider refuses an empty part.
    { role: 'assistant', content: wrong.trim() || '(vide)' },
    { role: 'user', content: repairRequest },
  ];
}
