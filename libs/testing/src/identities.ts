import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenSigner } from '#libs/messaging';
import { ensureKeys } from '../../../tools/stack/index.mjs';

/** Signing keys of a test's own, and tokens signed with them. */
export class TestIdentities {
  private constructor(
    private readonly folder: string,
    private readonly signer: TokenSigner,
    readonly tokenKeysFile: string,
    readonly signingKeyFile: string,
  ) {}

  static async make(): Promise<TestIdentities> {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-keys-'));
    const { signingKeyFile, tokenKeysFile } = await ensureKeys(folder);
    return new TestIdentities(
      folder,
      await TokenSigner.fromFile(signingKeyFile),
      tokenKeysFile,
      signingKeyFile,
    );
  }

  /** A token for this user; of an hour, or of `lifetimeSeconds`, negative for one that has expired. */
  token(
    userId: string,
    options: { staff?: boolean; lifetimeSeconds?: number } = {},
  ): Promise<string> {
    return this.signer.sign(
      { userId, staff: options.staff ?? false },
      options.lifetimeSeconds ?? 3_600,
    );
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
