import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { consumeEnergy } from '#libs/contracts';
import { eventually, TestPostgres } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { runOps } from '../../../services/ops/src/run-ops.js';
import { expectBooksToAgree } from '../hub/books-of.js';
import { HubStack, type Account } from '../hub/hub-stack.js';
import { reasonOfRefusal } from './refused.js';

/** A house whose Postgres can be put back to an older copy of its data folder. */
export class OldBackup {
  private copy = '';

  private constructor(
    private readonly postgres: TestPostgres,
    readonly hub: HubStack,
  ) {}

  static async start({ hubs = 2 } = {}): Promise<OldBackup> {
    const postgres = await TestPostgres.start();
    const hub = await HubStack.start({ postgres, hubs, books: true });
    await hub.stack.run('letters', lettersService);
    await hub.stack.run('cv', cvService);
    return new OldBackup(postgres, hub);
  }

  async backUp(): Promise<void> {
    this.copy = await this.postgres.backup();
  }

  putBack(): Promise<void> {
    return this.postgres.putBack(this.copy);
  }

  /** One command of the operator, to its end. */
  async phoenix(...argv: string[]) {
    const { broker, identities } = this.hub.stack;
    const said = { stdout: '', stderr: '' };
    const exitCode = await runOps(argv, {
      env: {
        PHOENIX_ENV: 'test',
        NATS_URL: broker.url,
        NATS_NKEY_SEED_FILE: broker.seedFile('ops'),
        PHOENIX_SIGNING_KEY_FILE: identities.signingKeyFile,
      },
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
      signal: new AbortController().signal,
    });
    return { exitCode, ...said };
  }

  /** The answer, however often Postgres is away first. */
  async answered<T>(ask: () => Promise<T>): Promise<T> {
    let answer: T | undefined;
    const once = async () => {
      answer = await ask();
      return true;
    };
    await eventually(
      () => once().catch(() => false),
      (done) => done,
      30_000,
    );
    return answer!;
  }

  /** Has the ledger catch up; throws what was said when that came to no good end. */
  async caughtUp(): Promise<void> {
    const { exitCode, stderr } = await this.phoenix('ledger', 'catch-up', '--yes');
    if (exitCode !== 0) throw new Error(stderr);
  }

  /** Why a consumption is refused, once it says what to do. */
  refusal({ caller }: Account): Promise<string> {
    const body = { action: 'conseil_rapide', idempotencyKey: randomUUID() };
    return reasonOfRefusal(this.hub.stack, consumeEnergy, body, caller, 'website');
  }

  /** Everything that the hub keeps, but for when it was written down and the words of staff. */
  async tables(): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const [name, left, order] of kept) {
      const rows = await this.hub.stack.database.query<{ row: unknown }>(
        `SELECT to_jsonb(one) - $1::text[] AS row FROM hub.${name} one ORDER BY ${order}`,
        [left],
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  }

  async stop(): Promise<void> {
    await this.hub.stop();
    await this.postgres.stop();
  }
}

const kept: [table: string, left: string[], order: string][] = [
  ['accounts', [], 'user_id'],
  ['entries', [], 'user_id, version'],
  ['grants', [], 'id'],
  ['holds', [], 'id'],
  ['idempotency_keys', ['recorded_at'], 'user_id, key'],
  ['staff_actions', ['id', 'reason'], 'user_id, version'],
  ['outbox_log', ['id', 'recorded_at'], 'subject_user_id, subject_version'],
];

/** Ledger, stream, event logs and read model agree, by the independent checker and by our own. */
export async function expectBooks(house: OldBackup): Promise<void> {
  await expectBooksToAgree(house.hub.stack);
  expect(await house.phoenix('books')).toMatchObject({ exitCode: 0 });
}
