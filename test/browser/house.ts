import { HttpStack } from '../e2e/http-stack.js';
import type { HttpUser } from '../e2e/http.js';
import { TestBrowser } from './browser.js';
import type { Visit, VisitOptions } from './visit.js';

/** A running stack, a browser, and people who use one on the other. */
export class BrowserHouse {
  private constructor(
    readonly http: HttpStack,
    readonly browser: TestBrowser,
  ) {}

  static async start(): Promise<BrowserHouse> {
    const [http, browser] = await Promise.all([HttpStack.start(), TestBrowser.start()]);
    return new BrowserHouse(http, browser);
  }

  /** Somebody without a session. */
  stranger(options?: VisitOptions): Promise<Visit> {
    return this.browser.visit(this.http.websiteUrl, options);
  }

  /** A window of this user, who came in by a link of their own; their energy is on view. */
  async window(user: HttpUser, options?: VisitOptions): Promise<Visit> {
    const visit = await this.stranger(options);
    await visit.page.goto(await this.http.signInLink(user));
    await visit.page.locator('.figure').waitFor();
    return visit;
  }

  /** A new user with the welcome points, in a window. */
  async person(options?: VisitOptions): Promise<{ user: HttpUser; visit: Visit }> {
    const user = await this.http.signedInUser();
    return { user, visit: await this.window(user, options) };
  }

  async stop(): Promise<void> {
    await this.browser.stop();
    await this.http.stop();
  }
}

/** Leaves so many points, by actions that other pages would sell. */
export async function spend(user: HttpUser, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    const { status, text } = await user.post('/api/luna/energy/consume', { action });
    if (status !== 200) throw new Error(`Consuming ${action} answered ${status}: ${text}`);
  }
}
