import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { TokenSigner } from '#libs/messaging';
import { HttpUser } from './http.js';
import { runningStack, type RunningStack } from './running-stack.js';

/** A running stack with what a test over HTTP needs: users, and the administrator's view of the database. */
export class HttpStack {
  private constructor(
    readonly stack: RunningStack,
    readonly websiteUrl: string,
    readonly database: Client,
    private readonly signer: TokenSigner,
  ) {}

  static async start(given?: RunningStack): Promise<HttpStack> {
    const stack = given ?? (await runningStack());
    const { websiteUrl, databaseUrl, signingKeyFile } = await stack.addresses();
    const database = new Client({ connectionString: databaseUrl });
    // A test may kill Postgres under it.
    database.on('error', () => undefined);
    await database.connect();
    return new HttpStack(stack, websiteUrl, database, await TokenSigner.fromFile(signingKeyFile));
  }

  async newUser(userId: string = randomUUID()): Promise<HttpUser> {
    const token = await this.signer.sign({ userId, staff: false }, 3_600);
    return new HttpUser(this.websiteUrl, userId, token);
  }

  /** A user whose account is open and has the welcome points. */
  async signedInUser(): Promise<HttpUser> {
    const user = await this.newUser();
    const { status, text } = await user.post('/api/auth/sign-in', {});
    if (status !== 200) throw new Error(`Signing in answered ${status}: ${text}`);
    return user;
  }

  /** A link that signs a browser in as this user, once. */
  async signInLink({ userId }: HttpUser): Promise<string> {
    const code = await this.signer.signInCode({ userId, staff: false }, 600);
    return `${this.websiteUrl}/#connexion=${code}`;
  }

  async stop(): Promise<void> {
    await this.database.end();
    await this.stack.stop();
  }
}
