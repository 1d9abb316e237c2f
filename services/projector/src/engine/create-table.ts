import { appendOnly, runTimeRole } from '#libs/persistence';
import type { ModelTable } from '../read-models/read-model.js';

/** SQL for a migration: makes a read model's table with its indexes and the rights that its rows need (R15). */
export function createTable({ name, columns, constraints, indexes, rows }: ModelTable): string {
  const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  const rights =
    rows === 'added for ever'
      ? appendOnly('projector', name)
      : `GRANT UPDATE ON projector.${name} TO ${runTimeRole('projector')};`;
  return `
    CREATE TABLE projector.${name} (${[...definitions, ...constraints].join(', ')});
    ${indexes.map((index) => `CREATE INDEX ON projector.${name} ${index};`).join('\n')}
    ${rights}
  `;
}
