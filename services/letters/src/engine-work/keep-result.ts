import type { Generated } from '#libs/ai';
import type { Hold } from '#libs/paid-work';
import type { EntityManager } from '#libs/persistence';
import { writeVersion, type NewVersion } from '../documents/write-version.js';

interface Kept extends Pick<NewVersion, 'userId' | 'kind'> {
  readonly key: string;
  readonly hold: Hold;
}

/** Keeps what an engine made as a new document; answers with what every such reply and event tell of it. */
export async function keepResult(
  tx: EntityManager,
  { value: { text }, engine, model, promptVersion, tokens }: Generated<{ readonly text: string }>,
  { key, hold, ...document }: Kept,
) {
  const engineVersion = promptVersion === null ? model : `${model} ${promptVersion}`;
  const paid = { key, engine, engineVersion };
  const written = await writeVersion(tx, { ...document, text, letterId: undefined, paid });
  const { letterId, version } = written;
  return {
    documentId: letterId,
    reply: { letterId, version, text, engine, engineVersion },
    data: {
      ...{ ...written, ...hold, engine },
      ...{ inputTokens: tokens.input, outputTokens: tokens.output },
    },
  };
}
