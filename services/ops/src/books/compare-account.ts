import { ledgerRowsFault } from '#libs/contracts';
import type { Figures, FoldedAccount } from './fold-account.js';

/** The ledger's figures, and what its own entries, open holds and grants add up to at that moment. */
export interface LedgerFigures extends Figures {
  readonly posted: number;
  readonly reserved: number;
  readonly unspent: number;
}

/** One account in the three books. */
export interface ThreeFigures {
  readonly ledger: LedgerFigures;
  readonly stream: FoldedAccount;
  readonly readModel: Figures;
}

/** `moving`: the three are not at one version, which traffic explains for a while. */
export type Verdict =
  { readonly state: 'agree' } | { readonly state: 'differ' | 'moving'; readonly reason: string };

/** Compares an account at one version (R27). */
export function compareAccount({ ledger, stream, readModel }: ThreeFigures): Verdict {
  if (stream.fault) return { state: 'differ', reason: `the stream cannot be: ${stream.fault}` };
  const rows = ledgerRowsFault(ledger);
  if (rows) return { state: 'differ', reason: rows };
  if (stream.version < ledger.version) {
    const reason = 'the stream has not yet what the ledger has; the relay of the hub publishes it';
    return { state: 'moving', reason };
  }
  if (stream.version > ledger.version)
    return { state: 'moving', reason: 'the stream tells of more than the ledger has' };
  if (readModel.version !== stream.version) {
    const where = readModel.version < stream.version ? 'behind' : 'ahead of';
    return { state: 'moving', reason: `the read model is ${where} the stream` };
  }
  const same = (one: Figures) => one.balance === stream.balance && one.held === stream.held;
  if (same(ledger) && same(readModel)) return { state: 'agree' };
  const wrong = [same(ledger) ? [] : ['ledger'], same(readModel) ? [] : ['read model']].flat();
  return {
    state: 'differ',
    reason: `at one version, ${wrong.join(' and ')} ${wrong.length > 1 ? 'are' : 'is'} not what the events add up to`,
  };
}
