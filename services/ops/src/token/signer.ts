import { TokenSigner } from '#libs/messaging';
import type { Ops } from '../ops.js';
import { OpsError } from '../ops-error.js';

const tryElsewhere =
  'To try something, use a stack of your own: `npm start`, then this command again.';

/** Signs with the key of this installation, in development and test only (R31). Throws an `OpsError` that says what to do `instead`. */
export async function signerOf({ config }: Ops, instead = tryElsewhere): Promise<TokenSigner> {
  if (config.PHOENIX_ENV === 'production') {
    throw new OpsError(
      'This is production (PHOENIX_ENV is production unless it is set), where no token and no sign-in link is made by hand: people sign in.',
      instead,
    );
  }
  const file = config.PHOENIX_SIGNING_KEY_FILE;
  if (!file) {
    throw new OpsError(
      'There is no key to sign with: PHOENIX_SIGNING_KEY_FILE is not set.',
      '`npm start` makes keys, and `npm run phoenix` finds them.',
    );
  }
  return TokenSigner.fromFile(file).catch((error: unknown) => {
    throw new OpsError(
      `The signing key in ${file} cannot be read (${reasonOf(error)}).`,
      '`npm start` makes keys where there are none.',
      { cause: error },
    );
  });
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
