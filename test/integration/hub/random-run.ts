import { randomUUID } from 'node:crypto';
import type { PhoenixError } from '#libs/contracts';
import type { Account, HubStack } from './hub-stack.js';
import type { RandomOperation } from './random-operations.js';
import { requestOf, type PlacedHold } from './random-requests.js';

/** A request, its key in it, and what it was answered each time that it was sent: a reply, or a code. */
interface Sent {
  readonly request: () => Promise<object>;
  readonly replies: { readonly entryId?: string; readonly holdId?: string }[];
  readonly codes: string[];
}

/** Random operations on a few accounts of two hubs: those that are handed in together are sent at the same time. */
export class RandomRun {
  readonly sent: Sent[] = [];
  private readonly holds = new Map<Account, PlacedHold[]>();
  private readonly entries = new Map<Account, string[]>();

  constructor(
    private readonly hub: HubStack,
    private readonly accounts: readonly Account[],
  ) {}

  async together(operations: readonly RandomOperation[]): Promise<void> {
    await Promise.all(operations.map((one) => this.ask(one)));
  }

  /** Every entry that somebody was told of. */
  get acknowledged(): string[] {
    return this.sent.flatMap(({ replies }) => replies[0]?.entryId ?? []);
  }

  private async ask(operation: RandomOperation): Promise<void> {
    const account = this.accounts[operation.account]!;
    const sent = this.begin(operation, account);
    if (!sent) return;
    try {
      sent.replies.push(await sent.request());
    } catch (error) {
      sent.codes.push((error as PhoenixError).code);
      return;
    }
    const { entryId, holdId } = sent.replies[0]!;
    if (operation.kind === 'place') {
      this.holds.set(account, [{ holdId: holdId!, by: operation.by }, ...this.holdsOf(account)]);
    }
    if (operation.kind === 'consume' || operation.kind === 'capture')
      this.entries.set(account, [entryId!, ...this.entriesOf(account)]);
  }

  private begin(operation: RandomOperation, account: Account): Sent | undefined {
    const { kind, pick } = operation;
    if (kind === 'again') return this.sent.at(-1 - pick);
    const request = requestOf(this.hub, operation, account, {
      hold: this.holdsOf(account)[pick] ?? { holdId: randomUUID(), by: 'letters' },
      entryId: this.entriesOf(account)[pick] ?? randomUUID(),
    });
    const sent = { request, replies: [], codes: [] };
    this.sent.push(sent);
    return sent;
  }

  private holdsOf(account: Account): PlacedHold[] {
    return this.holds.get(account) ?? [];
  }

  private entriesOf(account: Account): string[] {
    return this.entries.get(account) ?? [];
  }
}
