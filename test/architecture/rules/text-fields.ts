import { z } from 'zod';
import type { Contract } from '#libs/contracts';
import { sampleOf, samplesWithText, type Sample } from './samples-of-schema.js';

const poisons = { 'U+0000': 'a\u0000b', 'a lone surrogate': 'a\ud800b' };

/** R9: a text that Postgres cannot hold is refused at the door, by the field that brought it. */
export function textFieldsThatTakePoison(contract: Contract): string[] {
  const schema = z.toJSONSchema(contract.request, { io: 'input' });
  const clean = [sampleOf(schema), ...samplesWithText(schema, 'C’est « bon » 👍')];
  const refused = clean.find(({ value }) => !contract.request.safeParse(value).success);
  if (refused) return [`${contract.subject} refuses a harmless text${refused.path}.`];
  return Object.entries(poisons).flatMap(([name, poison]) =>
    samplesWithText(schema, poison)
      .filter((sample) => !isRefusedByItsField(contract, sample))
      .map(({ path }) => `${contract.subject} takes ${name} in ${path}: use text() of values.ts.`),
  );
}

function isRefusedByItsField({ request }: Contract, { path, value }: Sample): boolean {
  const { error } = request.safeParse(value);
  return error?.issues.some((issue) => `.${issue.path.join('.')}` === path) ?? false;
}
