import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../tools/stack/index.mjs';
import { Visit, type VisitOptions } from './visit.js';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium of a test's own; every visit has its own cookies, and is watched for what no page may do. */
export class TestBrowser {
  private readonly visits: Visit[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async start(): Promise<TestBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'phoenix-browser-'));
    const browser = await chromium.launch({
      executablePath: await findChromium(),
      headless: true,
      args: quiet,
      // Nothing of the person who runs the tests, and nothing left with them.
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    });
    return new TestBrowser(browser, folder);
  }

  async visit(site: string, options: VisitOptions = {}): Promise<Visit> {
    const visit = await Visit.begin(this.browser, site, options);
    this.visits.push(visit);
    return visit;
  }

  /** What the visits so far did that no page may do; forgets them. */
  async leave(): Promise<string[]> {
    const all = await Promise.all(this.visits.splice(0).map((visit) => visit.leave()));
    return all.flat();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
