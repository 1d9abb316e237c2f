import type { Ops, Well } from '../ops.js';
import { withHouse } from '../house/with-house.js';
import { askHouse } from './ask-house.js';
import { missingServices } from './faults/service-faults.js';
import { findFaults } from './find-faults.js';
import { printStatus } from './print-status.js';

/** Tells whether the house is well: what is not comes first, each with what helps. */
export async function status(ops: Ops): Promise<Well> {
  const told = await withHouse(ops, askHouse);
  const faults = findFaults(told);
  const well = faults.length === 0;
  if (ops.json) ops.terminal.printJson({ well, faults, missing: missingServices(told), ...told });
  else printStatus(ops.terminal, told, faults, Date.now());
  return well;
}
