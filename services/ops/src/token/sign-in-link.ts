import { randomUUID } from 'node:crypto';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { signerOf } from './signer.js';

const lifetimeSeconds = 600;

export interface SignInLinkOptions {
  readonly user?: string;
  readonly staff: boolean;
}

/**
 * Prints a link that signs a browser in once, in development and test only (R31). The code stands behind `#`, which
 * browsers send to nobody: it is in no log and no Referer.
 */
export async function signInLink(ops: Ops, options: SignInLinkOptions): Promise<Well> {
  const { user: userId = randomUUID(), staff } = options;
  const signer = await signerOf(ops);
  const site = ops.config.PHOENIX_SITE_URL;
  if (!site) {
    throw new OpsError(
      'Nobody knows where the site is: PHOENIX_SITE_URL is not set.',
      'Set it to the address at which people open the site; with `npm start`, it is found.',
    );
  }
  const link = new URL('/', site);
  link.hash = `connexion=${await signer.signInCode({ userId, staff }, lifetimeSeconds)}`;
  ops.terminal.say(
    `It signs in ${staff ? 'the staff member' : 'the user'} ${userId}, once, within ${lifetimeSeconds / 60} minutes.`,
  );
  if (ops.json) ops.terminal.printJson({ link: link.href, userId, staff, lifetimeSeconds });
  else ops.terminal.print(link.href);
  return true;
}
