import { openStream } from '../house/open-stream.js';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { inRunbook } from '../status/faults/fault.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';
import { auditBooks, type Audit, type Difference } from './audit-books.js';
import { compareAccount } from './compare-account.js';
import type { Figures } from './fold-account.js';
import { StreamFold } from './fold-stream.js';

export interface BooksOptions {
  readonly user?: string;
}

/** Compares each account in ledger, stream and read model at one version (R27); names the first difference. */
export async function books(ops: Ops, { user }: BooksOptions): Promise<Well> {
  const audit = await withHouse(ops, async (house) => {
    const fold = new StreamFold(ops, await openStream(house), house.client);
    try {
      return await auditBooks(house.client, fold, user);
    } finally {
      await fold.close();
    }
  });
  if (user && audit.accounts === 0) throw noSuchAccount(user);
  const agree = audit.differences.length === 0;
  if (ops.json) ops.terminal.printJson({ agree, ...audit });
  else print(ops.terminal, audit);
  return agree;
}

function print(terminal: Terminal, audit: Audit): void {
  const { accounts, differences } = audit;
  const [first] = differences;
  const counted = accounts === 1 ? '1 account' : `${accounts} accounts`;
  if (!first) {
    terminal.print(`${counted}, all three agree`);
    return;
  }
  const differ = differences.length === 1 ? '1 differs' : `${differences.length} differ`;
  terminal.printFault(`✗ ${counted}, ${differ}. The first is user ${first.userId}:`);
  terminal.print(`  ${first.reason}.`);
  for (const line of figuresOf(first)) terminal.print(`  ${line}`);
  terminal.print(
    `  \`npm run phoenix -- history --user ${first.userId}\` shows what happened; --json lists every difference.`,
  );
  if (onlyReadModel(audit.differences))
    terminal.print(
      '  `npm run phoenix -- replay run --model energy-history --yes` fills a new build from the stream, beside what is read.',
    );
  terminal.print(
    `  ${inRunbook(onlyReadModel(audit.differences) ? 'A read model is wrong' : 'The books differ')}`,
  );
}

function onlyReadModel(differences: readonly Difference[]): boolean {
  return differences.every(
    ({ ledger, stream }) => compareAccount({ ledger, stream, readModel: stream }).state === 'agree',
  );
}

function figuresOf({ ledger, stream, readModel }: Difference): readonly string[] {
  const row = (name: string, { version, balance, held }: Figures) => [
    name,
    String(version),
    String(balance),
    String(held),
  ];
  const rows = [row('ledger', ledger), row('stream', stream), row('read model', readModel)];
  return table(['', 'VERSION', 'BALANCE', 'HELD'], rows);
}

function noSuchAccount(user: string): OpsError {
  return new OpsError(
    `Neither ledger, stream nor read model has an account of user ${user}.`,
    '`npm run phoenix -- books` without --user compares all that there are.',
  );
}
