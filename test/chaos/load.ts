import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  consumeEnergy,
  openAccount,
  welcomePoints,
  catalogue,
  type PhoenixError,
} from '#libs/contracts';
import { newCaller, type MessageClient, type TokenSigner } from '#libs/messaging';

const action = 'verification_format';
const consumesPerUser = Math.floor(welcomePoints / catalogue[action].cost);

/** What came of a load: entries that the hub acknowledged, and answers that were none. */
export interface LoadResult {
  readonly acknowledged: string[];
  readonly failures: string[];
}

/** Consumes at a steady rate whatever happens, as callers do that retry with their key until their deadline. */
export async function consumeSteadily(options: {
  readonly client: MessageClient;
  readonly signer: TokenSigner;
  readonly perSecond: number;
  readonly seconds: number;
  /** How long each caller waits and asks again with its key, in milliseconds. */
  readonly timeoutMs?: number;
  /** Called once the accounts are open, before the first consume. */
  readonly onBegin?: () => void;
}): Promise<LoadResult> {
  const { client, signer, perSecond, seconds, timeoutMs = 60_000 } = options;
  const callers = await openAccounts(
    client,
    signer,
    Math.ceil((perSecond * seconds) / consumesPerUser),
  );
  options.onBegin?.();
  const acknowledged: string[] = [];
  const failures: string[] = [];
  const underWay: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const caller = callers[n % callers.length]!;
    const body = { action, idempotencyKey: randomUUID() } as const;
    underWay.push(
      client.request(consumeEnergy, body, caller, { timeoutMs }).then(
        ({ entryId }) => void acknowledged.push(entryId),
        (error: PhoenixError) => void failures.push(`${error.code}: ${error.message}`),
      ),
    );
    await pause(startedAt + ((n + 1) * 1_000) / perSecond - performance.now());
  }
  await Promise.all(underWay);
  return { acknowledged, failures };
}

async function openAccounts(client: MessageClient, signer: TokenSigner, count: number) {
  const callers = [];
  for (let n = 0; n < count; n++) {
    const caller = newCaller(await signer.sign({ userId: randomUUID(), staff: false }, 3_600));
    await client.request(openAccount, {}, caller, { timeoutMs: 30_000 });
    callers.push(caller);
  }
  return callers;
}
