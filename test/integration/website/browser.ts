import { randomUUID } from 'node:crypto';
import type { Answer, WebsiteStack } from './website-stack.js';

/** What a browser does to sign in: it follows a link, keeps the cookie and sends it. */
export class Browser {
  constructor(private readonly web: WebsiteStack) {}

  newCode(userId: string = randomUUID(), lifetimeSeconds = 600, staff = false): Promise<string> {
    return this.web.stack.identities.signer.signInCode({ userId, staff }, lifetimeSeconds);
  }

  open(code: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.web.post('/api/auth/sign-in-link', undefined, { code }, headers);
  }

  /** The cookie of a new session, as it is sent. */
  async signedIn(userId: string = randomUUID()): Promise<string> {
    return cookieOf(await this.open(await this.newCode(userId)));
  }

  get(path: string, cookie: string): Promise<Answer> {
    return this.web.request(path, { headers: { cookie } });
  }
}

export function cookieOf({ headers }: Answer): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
