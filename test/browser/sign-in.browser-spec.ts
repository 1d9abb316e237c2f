import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { barriersOn } from './accessible.js';
import { BrowserHouse } from './house.js';
import { button, words } from './on-page.js';

describe('coming in', () => {
  let house: BrowserHouse;

  beforeAll(async () => {
    house = await BrowserHouse.start();
  }, 120_000);
  afterEach(async () => {
    expect(await house.browser.leave()).toEqual([]);
  });
  afterAll(() => house?.stop(), 60_000);

  it('is by a link whose code leaves the address at once, into a cookie that no script reads', async () => {
    const user = await house.http.newUser();
    const { page, context } = await house.window(user);
    expect(await words(page, '.figure')).toBe('100 points disponibles');
    expect(page.url()).toBe(`${house.http.websiteUrl}/`);
    const cookies = await context.cookies();
    expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.reload();
    await page.locator('.figure').waitFor();
  });

  it('is once a link: the second time it says so, and how to get another one', async () => {
    const link = await house.http.signInLink(await house.http.newUser());
    const first = await house.stranger();
    await first.page.goto(link);
    await first.page.locator('.figure').waitFor();
    const { page } = await house.stranger();
    await page.goto(link);
    const refused = page.getByRole('alert');
    expect(await refused.textContent()).toMatch(/Ce lien n’ouvre plus la porte.*a déjà servi/);
    expect(await page.locator('.command').textContent()).toBe('npm run phoenix -- sign-in-link');
    expect(page.url()).toBe(`${house.http.websiteUrl}/`);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('works in a page that is open already', async () => {
    const visit = await house.stranger();
    const { page } = visit;
    await visit.open();
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(await house.http.signInLink(await house.http.newUser()));
    await page.locator('.figure').waitFor();
  });

  it('ends in every window of the session, by itself', async () => {
    const { visit } = await house.person();
    const other = await visit.context.newPage();
    await other.goto(house.http.websiteUrl);
    await other.locator('.figure').waitFor();
    await button(visit.page, 'Se déconnecter').click();
    await visit.page.locator('.welcome').waitFor();
    await other.locator('.welcome').waitFor();
    await visit.page.reload();
    await visit.page.locator('.welcome').waitFor();
    expect(await visit.page.locator('.gauge').count()).toBe(0);
  });
});
