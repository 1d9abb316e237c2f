import type { ModelTable, ReadModel } from '../read-models/read-model.js';

/** `standby` was live and is kept up, so that a rollback finds it ready. `shadow` is being filled by a replay. */
export type Role = 'live' | 'standby' | 'shadow';

/** One set of tables of a read model, filled from the stream by one version of its definition. */
export interface Build {
  readonly model: string;
  /** 1, 2, 3 … for each model. */
  readonly number: number;
  readonly definition: ReadModel;
}

/** The table's name in Postgres. */
export function tableOf({ number }: Pick<Build, 'number'>, { name }: ModelTable): string {
  return `${name}_v${number}`;
}

/** The advisory lock of the one process that writes the build (R22). */
export function lockOf({ model, number }: Pick<Build, 'model' | 'number'>): string {
  return `phoenix read model ${model} ${number}`;
}
