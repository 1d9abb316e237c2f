import { listAccounts } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

/** Goes through all accounts of the ledger in order of user id, so many at a time, and begins again at the end. */
export class AccountsAtRest {
  private after: string | undefined;

  constructor(private readonly client: MessageClient) {}

  async next(limit: number): Promise<string[]> {
    const { accounts } = await this.client.request(
      listAccounts,
      { after: this.after, limit },
      newCaller(),
    );
    this.after = accounts.length < limit ? undefined : accounts.at(-1)!.userId;
    return accounts.map(({ userId }) => userId);
  }
}
