import type { ModelMessage } from 'ai';
import type { WrongAnswer } from './ask-model.js';
import { dataParts, type PromptInput } from './prompt.js';

const otherShape =
  'Votre réponse n’était pas un objet JSON conforme au schéma demandé. Renvoyez la même réponse sous cette forme, et rien d’autre.';

const mendIt = 'Renvoyez la réponse entière sans cela, sous la même forme, et rien d’autre.';

/** What a model is shown: the data, and where its answer cannot be used, that answer and a request to mend it. */
export function conversation(input: PromptInput, wrong: WrongAnswer | undefined): ModelMessage[] {
  const data: ModelMessage = { role: 'user', content: dataParts(input) };
  if (wrong === undefined) return [data];
  return [
    data,
    // A provider refuses an empty part.
    { role: 'assistant', content: wrong.text.trim() || '(vide)' },
    { role: 'user', content: wrong.fault ? `${wrong.fault}\n${mendIt}` : otherShape },
  ];
}
