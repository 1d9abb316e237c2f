import { aiProviderNames, type AiProvider } from '#libs/contracts';

/** One model of an outside provider. */
export interface EngineChoice {
  readonly provider: AiProvider;
  readonly model: string;
}

export const engineListForm =
  'local, or the outside engines in the order in which they are tried, for example google:gemini-2.5-flash,google:gemini-2.5-flash-lite';

const outside = new RegExp(String.raw`^(${aiProviderNames.join('|')}):([\w.-]{1,80})$`);

/** The engines of a list in their order, none for `local`; undefined for what is no list. */
export function parseEngineList(list: string): readonly EngineChoice[] | undefined {
  if (list === 'local') return [];
  const engines = list.split(',').map((entry) => {
    const [, provider, model] = outside.exec(entry.trim()) ?? [];
    return provider && model ? { provider: provider as AiProvider, model } : undefined;
  });
  const known = engines.filter((engine) => engine !== undefined);
  return known.length === engines.length ? known : undefined;
}
