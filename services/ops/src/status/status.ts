import { setTimeout as pause } from 'node:timers/promises';
import type { Ops, Well } from '../ops.js';
import { withHouse, type House } from '../house/with-house.js';
import { askHouse } from './ask-house.js';
import { missingServices } from './faults/service-faults.js';
import { findFaults } from './find-faults.js';
import { printStatus } from './print-status.js';

export interface StatusOptions {
  readonly watch?: boolean;
}

const everyMs = 2_000;

/** Tells whether the house is well: what is not comes first, each with what helps; with `watch` again and again. */
export function status(ops: Ops, { watch = false }: StatusOptions = {}): Promise<Well> {
  return withHouse(ops, (house) => (watch ? untilStopped(ops, house) : look(ops, house)));
}

async function look(ops: Ops, house: House): Promise<Well> {
  const told = await askHouse(house);
  const faults = findFaults(told);
  const well = faults.length === 0;
  if (ops.json) ops.terminal.printJson({ well, faults, missing: missingServices(told), ...told });
  else printStatus(ops.terminal, told, faults, Date.now());
  return well;
}

/** A terminal is drawn anew each time; a pipe gets one block after the other. A broker that goes away is waited for. */
async function untilStopped(ops: Ops, house: House): Promise<Well> {
  const { terminal, signal } = ops;
  for (let first = true; ; first = false) {
    if (!ops.json && !terminal.clear() && !first) terminal.print();
    const well = await look(ops, house).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      if (ops.json) terminal.printJson({ well: false, faults: [{ wrong: why, help: '' }] });
      else terminal.printFault(`✗ NATS does not answer now: ${why}`);
      return false;
    });
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return well;
  }
}
