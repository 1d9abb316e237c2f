import { TokenSigner } from '#libs/messaging';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';

/** Signs access tokens, in development and test only (R31). Throws an `OpsError` that says what to do instead. */
export async function signerOf({ config }: Ops, instead: string): Promise<TokenSigner> {
  if (config.PHOENIX_ENV === 'production') {
    throw new OpsError(
      'This is production (PHOENIX_ENV is production unless it is set), where no token is made by hand: people sign in.',
      instead,
    );
  }
  const file = config.PHOENIX_SIGNING_KEY_FILE;
  if (!file) {
    throw new OpsError(
      'There is no key to sign with: PHOENIX_SIGNING_KEY_FILE is not set.',
      '`npm start` makes keys, and `npm run phoenix -- token` finds them.',
    );
  }
  return TokenSigner.fromFile(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OpsError(
      `The signing key in ${file} cannot be read (${reason}).`,
      '`npm start` makes keys where there are none.',
      { cause: error },
    );
  });
}
