import type { ModelTable } from '../read-models/read-model.js';

/** The columns that a row is found by. */
export function primaryKeyOf({ constraints }: ModelTable): string[] {
  const primary = constraints.find((one) => one.startsWith('PRIMARY KEY'));
  return primary!.replace(/^[^(]*\(|\)$/g, '').split(', ');
}
