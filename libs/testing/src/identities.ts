import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buckets } from '#libs/contracts';
import { fillBucket, TokenSigner, type Connection } from '#libs/messaging';
import { ensureKeys } from '../../../tools/stack/index.mjs';

interface TokenOptions {
  readonly staff?: boolean;
  readonly sessionId?: string;
  readonly lifetimeSeconds?: number;
}

/** A signing key of a test's own, and tokens signed with it. */
export class TestIdentities {
  private constructor(
    private readonly folder: string,
    readonly signer: TokenSigner,
    readonly signingKeyFile: string,
  ) {}

  static async make(): Promise<TestIdentities> {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-keys-'));
    const { signingKeyFile } = await ensureKeys(folder);
    return new TestIdentities(folder, await TokenSigner.fromFile(signingKeyFile), signingKeyFile);
  }

  /** Fills the identity buckets, as the website does where it runs: this key, and nobody's session revoked. */
  async publish(connection: Connection): Promise<void> {
    const { keyId, publicKey } = this.signer;
    const key = { key: keyId, value: JSON.stringify(publicKey) };
    await Promise.all([
      fillBucket({ connection, bucket: buckets.tokenKeys, read: () => Promise.resolve([key]) }),
      fillBucket({ connection, bucket: buckets.revokedSessions, read: () => Promise.resolve([]) }),
    ]);
  }

  /** A token for this user; of an hour, or of `lifetimeSeconds`, negative for one that has expired. */
  token(userId: string, options: TokenOptions = {}): Promise<string> {
    const { staff = false, lifetimeSeconds = 3_600, sessionId } = options;
    return this.signer.sign({ userId, staff, ...(sessionId && { sessionId }) }, lifetimeSeconds);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
