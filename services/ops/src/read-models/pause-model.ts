import { userInfo } from 'node:os';
import { pauseModel, resumeModel } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';

export interface PauseOptions {
  readonly model: string;
  readonly reason: string;
  readonly by?: string;
}

/** Stops a read model until `model resume`; says since when and why it stands still. */
export async function pause(ops: Ops, { model, reason, by }: PauseOptions): Promise<Well> {
  const request = { model, reason, by: by ?? userInfo().username };
  const told = await withHouse(ops, ({ client }) =>
    client.request(pauseModel, request, newCaller()),
  );
  const { since, by: who, reason: why } = told.pause;
  if (ops.json) ops.terminal.printJson(told);
  else ops.terminal.print(`${model} is paused by ${who} since ${since}: ${why}`);
  return true;
}

/** Has a read model go on. */
export async function resume(ops: Ops, { model }: { model: string }): Promise<Well> {
  const told = await withHouse(ops, ({ client }) =>
    client.request(resumeModel, { model }, newCaller()),
  );
  if (ops.json) ops.terminal.printJson(told);
  else ops.terminal.print(told.wasPaused ? `${model} goes on.` : `${model} was not paused.`);
  return true;
}
