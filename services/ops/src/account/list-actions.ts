import { listStaffActions } from '#libs/contracts';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { table } from '../terminal/table.js';
import { staffCaller } from './staff-caller.js';

export interface AuditOptions {
  readonly user?: string;
  readonly limit?: number;
}

/** Prints what staff did to accounts, newest first: who, for whom, what and why. */
export async function audit(ops: Ops, { user, limit = 20 }: AuditOptions): Promise<Well> {
  const caller = await staffCaller(ops);
  const { actions } = await withHouse(ops, ({ client }) =>
    client.request(listStaffActions, { user, limit }, caller),
  );
  if (ops.json) {
    ops.terminal.printJson({ actions });
    return true;
  }
  const rows = actions.map((one) => [
    ...[one.at, one.staffId, one.userId, one.command, one.reasonCode],
    // Words of a person: nothing in them may steer the terminal or turn the line around.
    one.reason.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' '),
  ]);
  const head = ['AT', 'STAFF', 'USER', 'COMMAND', 'CODE', 'REASON'];
  if (rows.length === 0) ops.terminal.print('Staff have done nothing here.');
  else for (const line of table(head, rows)) ops.terminal.print(line);
  return true;
}
