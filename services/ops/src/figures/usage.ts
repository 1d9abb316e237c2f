import { getEnergyUsage, type RequestInput } from '#libs/contracts';
import { staffCaller } from '../account/staff-caller.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';

export interface UsageOptions {
  readonly user: string;
  readonly window: NonNullable<RequestInput<typeof getEnergyUsage>['window']>;
}

/** Prints what a user used energy for, by day in Paris and action, and in all. */
export async function usage(ops: Ops, { user, window }: UsageOptions): Promise<Well> {
  const caller = await staffCaller(ops);
  const told = await withHouse(ops, ({ client }) =>
    client.request(getEnergyUsage, { onBehalfOf: user, window }, caller),
  );
  if (ops.json) {
    ops.terminal.printJson(told);
    return true;
  }
  const rows = [...told.lines, { ...told.total, day: 'in all', action: '' }].map((one) => [
    ...[one.day, one.action],
    ...[one.times, one.cost, one.listCost, one.refunds, one.refunded].map(String),
  ]);
  const head = ['DAY', 'ACTION', 'TIMES', 'COST', 'LIST COST', 'REFUNDS', 'REFUNDED'];
  ops.terminal.print(`From ${told.from} to ${told.to}, days in Paris:`);
  for (const line of table(head, rows)) ops.terminal.print(line);
  return true;
}
