import type { ReadModel } from '../read-models/read-model.js';

/** The definition that a replay of the model fills its build by; undefined when there is no such model. */
export function newestDefinition(
  definitions: readonly ReadModel[],
  model: string,
): ReadModel | undefined {
  return definitions
    .filter(({ name }) => name === model)
    .sort((one, other) => other.version - one.version)[0];
}
