import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, overflowOf } from './accessible.js';
import { BrowserHouse } from './house.js';
import { askPrice, button, confirm, faultyLetter, words } from './on-page.js';

/** A screen, a screen at 200 %, a phone, a small phone. */
const widths = [1280, 640, 390, 320];

describe('the page', () => {
  let house: BrowserHouse;

  beforeAll(async () => {
    house = await BrowserHouse.start();
  }, 120_000);
  afterEach(async () => {
    expect(await house.browser.leave()).toEqual([]);
  });
  afterAll(() => house?.stop(), 60_000);

  it.each([false, true])('fits every width and keeps nobody out (dark: %s)', async (dark) => {
    const stranger = await house.stranger({ dark });
    await stranger.open();
    await expectFit(stranger.page);
    const { page } = (await house.person({ dark })).visit;
    await expectFit(page);
    await askPrice(page);
    await expectFit(page);
    await confirm(page);
    await page.locator('.entry').first().click();
    await page.locator('.event').waitFor();
    await expectFit(page);
  });

  async function expectFit(page: Page) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflowOf(page)]).toEqual([width, 0]);
    }
    expect(await barriersOn(page)).toEqual([]);
  }

  it('speaks French first, English when asked, and remembers', async () => {
    const { page } = (await house.person()).visit;
    const language = () => page.locator('html').getAttribute('lang');
    expect(await language()).toBe('fr');
    await button(page, 'EN').click();
    expect(await language()).toBe('en');
    expect(await words(page, '.gauge')).toBe('Your energy 100 points available');
    await page.reload();
    await page.getByRole('heading', { name: 'Your letter' }).waitFor();
    await page.getByLabel('Paste or write your letter').fill(faultyLetter);
    await button(page, 'Check').click();
    await button(page, 'Confirm and check').click();
    await page.locator('.receipt').waitFor();
    expect(await words(page, '.receipt')).toContain('You have left 97 points');
    await button(page, 'FR').click();
    expect(await words(page, '.receipt')).toContain('Il vous reste 97 points');
  });

  it('is used whole without a mouse', async () => {
    const { page } = (await house.person()).visit;
    const focused = () =>
      page.evaluate<string>('document.activeElement.innerText || document.activeElement.id');
    await page.reload();
    await page.locator('.figure').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    await tabTo(page, 'letter-text');
    await page.keyboard.insertText(faultyLetter);
    await tabTo(page, 'Vérifier');
    await page.keyboard.press('Enter');
    await page.locator('#confirm:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#check:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#confirm:focus').waitFor();
    await tabTo(page, 'Confirmer et vérifier');
    await page.keyboard.press('Enter');
    await page.locator('.result h3:focus').waitFor();
    await tabTo(page, 'la la');
    await page.keyboard.press('Enter');
    await page.locator('.findings li:focus', { hasText: 'deux fois de suite' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('mark a:focus', { hasText: 'la la' }).waitFor();
    await tabTo(page, 'Reprendre le texte', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('#letter-text:focus').waitFor();
  });

  /** Presses Tab until what has the keyboard shows this text, or has this id. */
  async function tabTo(page: Page, wanted: string, key = 'Tab') {
    const seen: string[] = [];
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press(key);
      const here = 'document.activeElement.innerText || document.activeElement.id';
      const focused = await page.evaluate<string>(here);
      if (focused === wanted) return;
      seen.push(focused);
    }
    throw new Error(`Tab does not reach ${wanted}; it went over ${seen.join(' · ')}`);
  }
});
