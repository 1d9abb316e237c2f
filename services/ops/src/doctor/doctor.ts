import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { checks } from './checks/checks.js';
import { examine, type Examination } from './examine.js';
import { lookAtHouse } from './look-at-house.js';
import type { Terminal } from '../terminal/terminal.js';

/** Tells whether this deployment can lose what it acknowledged, or will stop soon, and how each finding is mended. */
export async function doctor(ops: Ops): Promise<Well> {
  const { config, now } = ops;
  const seen = await withHouse(ops, (house) =>
    lookAtHouse(house, config.PHOENIX_DATA_FOLDERS, now),
  );
  const examination = examine(seen, checks);
  const healthy = examination.findings.length === 0;
  if (ops.json) ops.terminal.printJson({ healthy, ...examination });
  else print(ops.terminal, examination);
  return healthy;
}

const words = {
  loses: 'can lose what was acknowledged',
  stops: 'refuses something, or will soon',
  drift: 'is not as declared',
} as const;

function print(terminal: Terminal, { findings, unseen, well }: Examination): void {
  for (const { gravity, check, wrong, fix } of findings) {
    terminal.printFault(`✗ ${wrong}`);
    terminal.print(`  ${fix}`);
    terminal.print(`  (${check}: ${words[gravity]})`);
  }
  if (findings.length === 0) terminal.print(summary(unseen.length));
  const width = Math.max(0, ...[...well, ...unseen].map(({ check }) => check.length));
  if (unseen.length + well.length > 0) terminal.print();
  for (const { check, what } of unseen)
    terminal.print(`? ${check.padEnd(width)}  not looked at: ${what}`);
  for (const { check, seen } of well) terminal.print(`✓ ${check.padEnd(width)}  ${seen}`);
}

function summary(unseen: number): string {
  const found = 'Nothing was found by which this deployment could lose what it acknowledged';
  if (unseen === 0) return `${found}.`;
  return `${found}; ${unseen === 1 ? 'one thing was' : `${unseen} things were`} not looked at.`;
}
