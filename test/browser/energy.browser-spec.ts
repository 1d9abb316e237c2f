import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#libs/testing';
import { barriersOn } from './accessible.js';
import { BrowserHouse, spend } from './house.js';
import { askPrice, button, confirm, field, words } from './on-page.js';

describe('energy on the page', () => {
  let house: BrowserHouse;

  beforeAll(async () => {
    house = await BrowserHouse.start();
  }, 120_000);
  afterEach(async () => {
    expect(await house.browser.leave()).toEqual([]);
  });
  afterAll(() => house?.stop(), 60_000);

  const expectFigure = (page: Page, starts: string) =>
    eventually(
      () => words(page, '.figure'),
      (text) => text.startsWith(starts),
    );

  it('moves in every window of a user when one of them spends', async () => {
    const { user, visit } = await house.person();
    const other = await house.window(user, { width: 390 });
    await expectFigure(other.page, '100 points');
    await askPrice(visit.page);
    await confirm(visit.page);
    await expectFigure(other.page, '97 points');
    await other.page.locator('.entry', { hasText: 'Vérification de la mise en forme' }).waitFor();
  });

  it('is told line by line, each opening the event behind it', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await spend(user, 'conseil_rapide');
    const entry = page.locator('.entry', { hasText: 'Conseil rapide' });
    await entry.waitFor();
    expect(await words(page, '.entry:has-text("Conseil rapide")')).toContain('−5 points');
    const { lines } = (await user.get('/api/luna/energy/entries')).json;
    await entry.click();
    await page.locator('.event').waitFor();
    const told = await words(page, '.event');
    expect(told).toContain('EnergyConsumed');
    expect(told).toContain(lines[0].event_id);
    expect(told).toContain('"list_cost": 5');
    expect(await entry.getAttribute('aria-expanded')).toBe('true');
    expect(await barriersOn(page)).toEqual([]);
    await entry.click();
    expect(await page.locator('.event').count()).toBe(0);
  });

  it('shows older lines when asked', async () => {
    const user = await house.http.signedInUser();
    await spend(user, ...Array.from({ length: 20 }, () => 'verification_format'));
    const { page } = await house.window(user);
    const more = button(page, 'Voir plus');
    await more.waitFor();
    await eventually(
      () => page.locator('.entry').count(),
      (count) => count >= 20,
    );
    await more.click();
    await page.locator('.entry', { hasText: 'Énergie reçue' }).waitFor();
    await more.waitFor({ state: 'detached' });
  });

  it('is followed again when the website was away', async () => {
    const { user, visit } = await house.person();
    const { services } = await house.http.stack.addresses();
    process.kill(services.website![0]!.pid, 'SIGKILL');
    await visit.page.locator('.figure.unknown').waitFor();
    await expectFigure(visit.page, '100 points');
    await spend(user, 'conseil_rapide');
    await expectFigure(visit.page, '95 points');
  });

  it('is unknown while the hub is away, with nothing to spend, and comes back by itself', async () => {
    const { visit } = await house.person();
    const { page } = visit;
    await field(page).fill('Une lettre.');
    const check = button(page, 'Vérifier');
    await killHubUntil(async () => (await page.locator('.figure.unknown').count()) > 0);
    expect(await words(page, '.gauge')).toMatch(/Énergie inconnue.*Rien ne peut être dépensé/);
    expect(await check.getAttribute('aria-disabled')).toBe('true');
    expect(await words(page, '#check-reason')).toContain('n’est pas connue');
    await check.click({ force: true });
    expect(await page.locator('#confirm').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await expectFigure(page, '100 points');
    expect(await check.getAttribute('aria-disabled')).toBe('false');
    expect(await field(page).inputValue()).toBe('Une lettre.');
  }, 90_000);

  /** Its supervisor starts it again each time. */
  async function killHubUntil(happened: () => Promise<boolean>): Promise<void> {
    const killed = new Set<number>();
    await eventually(
      async () => {
        const { services } = await house.http.stack.addresses();
        for (const { pid } of services.hub!) {
          if (killed.has(pid)) continue;
          killed.add(pid);
          process.kill(pid, 'SIGKILL');
        }
        return happened();
      },
      Boolean,
      60_000,
    );
  }
});
