import { ledgerRowsFault, type listAccounts, type ReplyOf } from '#libs/contracts';

export type LedgerFigures = ReplyOf<typeof listAccounts>['accounts'][number];

interface Points {
  readonly balance: number;
  readonly held: number;
}

/** What the read model tells of an account, all of one moment. */
export interface ReadModelFigures {
  /** The last version that it has taken. */
  readonly reached: number;
  /** What it tells of the ledger's version: its last line up to there, and what all lines up to there add up to. */
  readonly line: Points;
  readonly sum: Points;
  /** The row of the balance that is shown, and the last line of all. */
  readonly shown: Points;
  readonly lastLine: Points;
}

/** The event of the ledger's version as the stream holds it. */
export interface StreamFigures extends Points {
  readonly userId: string | null;
  readonly version: number;
}

export interface Books {
  /** Undefined: the hub has no such account. */
  readonly ledger: LedgerFigures | undefined;
  /** Undefined: the read model has never heard of it. */
  readonly readModel: ReadModelFigures | undefined;
  /** Null: nobody knows yet where in the stream it is, or it is not there. */
  readonly stream: StreamFigures | null | 'not known yet';
}

/** `behind`: what follows from the ledger has not come as far. Else why the books differ, in a sentence; null: they agree. */
export type Verdict = 'behind' | { readonly differs: string } | null;

/** Compares an account in ledger, stream and read model at the version that the ledger has (R27). */
export function compareAccount({ ledger, readModel, stream }: Books): Verdict {
  if (!ledger) return differs('the read model has the account, and the ledger does not');
  const rows = ledgerRowsFault(ledger);
  if (rows) return differs(rows);
  if (!readModel || readModel.reached < ledger.version || stream === 'not known yet')
    return 'behind';
  if (!stream) return differs(`the stream lacks the event of version ${ledger.version}`);
  if (stream.userId !== ledger.userId || stream.version !== ledger.version)
    return differs(`in the place of version ${ledger.version} the stream holds another event`);
  const { line, sum, shown, lastLine } = readModel;
  const { version } = ledger;
  if (!same(ledger, stream))
    return differs(`at version ${version} ${told('the ledger', ledger, 'the stream', stream)}`);
  if (!same(ledger, line))
    return differs(`at version ${version} ${told('the ledger', ledger, 'the read model', line)}`);
  if (!same(ledger, sum))
    return differs(
      `at version ${version} ${told('the ledger', ledger, 'the lines of the read model together', sum)}`,
    );
  if (!same(shown, lastLine))
    return differs(told('the balance that is shown', shown, 'the last line', lastLine));
  return null;
}

function differs(why: string): Verdict {
  return { differs: why };
}

function same(one: Points, other: Points): boolean {
  return one.balance === other.balance && one.held === other.held;
}

function told(who: string, one: Points, other: string, two: Points): string {
  return `${who} tells balance ${one.balance} and held ${one.held}, ${other} ${two.balance} and ${two.held}`;
}
