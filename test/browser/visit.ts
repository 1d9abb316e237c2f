import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface VisitOptions {
  readonly width?: number;
  readonly dark?: boolean;
}

/** One person's browser window on the site. */
export class Visit {
  private readonly faults: string[] = [];

  private constructor(
    readonly site: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async begin(browser: Browser, site: string, options: VisitOptions): Promise<Visit> {
    const { width = 1280, dark = false } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const visit = new Visit(site, context, page);
    visit.watch();
    return visit;
  }

  async open(): Promise<void> {
    await this.page.goto(this.site);
    await this.page.locator('h1').waitFor();
  }

  /** Closes the window; answers what the page did that no page may do. */
  async leave(): Promise<string[]> {
    await this.context.close();
    return this.faults;
  }

  private watch(): void {
    const own = new URL(this.site).host;
    this.page.on('request', (request) => {
      const { host, protocol } = new URL(request.url());
      if (host !== own || protocol !== 'http:') this.faults.push(`asked ${request.url()}`);
    });
    this.page.on('pageerror', (error) => this.faults.push(`threw ${error.message}`));
    this.page.on('console', (message) => {
      // The browser's own note on an answer that was not 2xx: refusals are part of what is tested.
      const isAnswer = message.text().startsWith('Failed to load resource');
      const isBad = ['error', 'warning'].includes(message.type());
      if (isBad && !isAnswer) this.faults.push(`said ${message.text()}`);
    });
  }
}
