import { listAccounts, listBalances, PhoenixError } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';
import { OpsError } from '../ops-error.js';
import type { LedgerFigures } from './compare-account.js';
import type { Figures } from './fold-account.js';

const pageSize = 1_000;

/** Every account of the ledger, or one user's. */
export function ledgerFigures(
  client: MessageClient,
  user?: string,
): Promise<Map<string, LedgerFigures>> {
  return byPages('The hub did not tell its accounts', user, async (page) => {
    return (await client.request(listAccounts, page, newCaller())).accounts;
  });
}

/** Every balance of the read model, or one user's. */
export function readModelFigures(
  client: MessageClient,
  user?: string,
): Promise<Map<string, Figures>> {
  return byPages('The projector did not tell its balances', user, async (page) => {
    return (await client.request(listBalances, page, newCaller())).balances;
  });
}

interface Page {
  readonly after?: string;
  readonly user?: string;
  readonly limit: number;
}

async function byPages<One extends { readonly userId: string }>(
  unanswered: string,
  user: string | undefined,
  ask: (page: Page) => Promise<readonly One[]>,
): Promise<Map<string, Omit<One, 'userId'>>> {
  const all = new Map<string, Omit<One, 'userId'>>();
  for (let after: string | undefined; ;) {
    const page = await ask({
      limit: pageSize,
      ...(user && { user }),
      ...(after && { after }),
    }).catch((error: unknown) => {
      throw naming(unanswered, error);
    });
    for (const { userId, ...figures } of page) all.set(userId, figures);
    after = page.at(-1)?.userId;
    if (page.length < pageSize) return all;
  }
}

function naming(unanswered: string, error: unknown): unknown {
  if (!(error instanceof PhoenixError)) return error;
  const help = '`npm run phoenix -- status` says which services answer.';
  return new OpsError(`${unanswered}: ${error.message}`, help, { cause: error });
}
