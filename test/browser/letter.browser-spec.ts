import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '#libs/testing';
import type { HttpUser } from '../e2e/http.js';
import { barriersOn } from './accessible.js';
import { BrowserHouse, spend } from './house.js';
import { askPrice, button, confirm, faultyLetter, field, words } from './on-page.js';

const verify = '**/api/letters/verify';

describe('a letter', () => {
  let house: BrowserHouse;

  beforeAll(async () => {
    house = await BrowserHouse.start();
  }, 120_000);
  afterEach(async () => {
    expect(await house.browser.leave()).toEqual([]);
  });
  afterAll(() => house?.stop(), 60_000);

  const balanceOf = async (user: HttpUser) =>
    (await user.get('/api/luna/energy/balance')).json.balance as number;
  const expectFigure = (page: Page, points: number) =>
    eventually(
      () => words(page, '.figure'),
      (text) => text.startsWith(`${points} points`),
    );

  it('is checked at the price that was confirmed, marked where it is remarked on, with a receipt', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await askPrice(page);
    const question = await words(page, '.notice');
    expect(question).toMatch(
      /Confirmer la dépense.*Disponible avant 100 points Coût 3 points Disponible après 97 points/,
    );
    expect(await balanceOf(user)).toBe(100);
    expect(await barriersOn(page)).toEqual([]);

    await confirm(page);
    expect(await words(page, '.receipt')).toMatch(
      /Débité 3 points Il vous reste 97 points Écriture [0-9a-f-]{36}/,
    );
    await expectFigure(page, 97);
    const shown = await page.locator('.marked-text').evaluate((node) => node.textContent);
    expect(shown).toBe(faultyLetter);
    expect(await page.locator('.marked-text b').count()).toBe(0);
    const marked = await page.locator('mark').allTextContents();
    expect(marked).toEqual(expect.arrayContaining(['la la', 'métier!']));
    expect(await barriersOn(page)).toEqual([]);
  });

  it('leads from each mark to its remark, and back', async () => {
    const { page } = (await house.person()).visit;
    await askPrice(page);
    await confirm(page);
    const mark = page.locator('mark a', { hasText: 'la la' });
    await mark.click();
    const remark = page.locator('.findings li:focus');
    expect(await remark.textContent()).toContain('deux fois de suite');
    await remark.getByRole('button').click();
    await page.locator('mark a:focus', { hasText: 'la la' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  it('is charged once when its confirmation is clicked twice', async () => {
    const { user, visit } = await house.person();
    let sent = 0;
    visit.page.on('request', (request) => {
      if (request.url().endsWith('/api/letters/verify')) sent++;
    });
    await askPrice(visit.page);
    await button(visit.page, 'Confirmer et vérifier').dblclick();
    await visit.page.locator('.receipt').waitFor();
    expect(sent).toBe(1);
    expect(await balanceOf(user)).toBe(97);
  });

  it('R14: is being checked while nobody knows how it went, asked again under its key, and charged once', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    const keys: (string | undefined)[] = [];
    await page.route(verify, async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      // It reaches Phoenix; its answer does not come back.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await askPrice(page);
    await button(page, 'Confirmer et vérifier').click();
    await page.getByText('En cours de vérification').waitFor();
    expect(await words(page, '.letter')).not.toMatch(/échou|erreur/i);
    expect(await barriersOn(page)).toEqual([]);
    // Even a reload makes no second thing of it.
    await eventually(
      () => balanceOf(user),
      (balance) => balance === 97,
    );
    await page.reload();
    await page.getByText('En cours de vérification').waitFor();
    expect(await field(page).inputValue()).toBe(faultyLetter);
    await page.unroute(verify);
    await page.locator('.receipt').waitFor();
    expect(keys.length).toBeGreaterThanOrEqual(2);
    expect(new Set(keys).size).toBe(1);
    expect(await balanceOf(user)).toBe(97);
  });

  it('is not checked without the energy for it, and is still there', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await spend(user, 'plan_reconversion', 'audit_complet_profil', 'verification_format');
    await expectFigure(page, 2);
    await askPrice(page);
    const refusal = await words(page, '.notice');
    expect(refusal).toMatch(/Énergie insuffisante.*Il vous manque 1 point\..*Rien n’a été débité/);
    expect(await button(page, 'Confirmer et vérifier').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await button(page, 'Revenir au texte').click();
    await eventually(
      () => page.evaluate('document.activeElement.id'),
      (id) => id === 'check',
    );
    expect(await field(page).inputValue()).toBe(faultyLetter);
    expect(await balanceOf(user)).toBe(2);
  });

  it('is not checked when the energy went meanwhile, and says so in the hub’s figures', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await spend(user, 'plan_reconversion', 'audit_complet_profil');
    await askPrice(page);
    await spend(user, 'verification_format');
    await button(page, 'Confirmer et vérifier').click();
    await page.getByRole('alert').waitFor();
    expect(await words(page, '[role=alert]')).toMatch(
      /demande 3 points et vous disposez de 2 points/,
    );
    expect(await field(page).inputValue()).toBe(faultyLetter);
  });

  it('asks again when the price is another one than was confirmed', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await page.route(
      '**/api/luna/energy/preview',
      async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), cost: 1 } });
      },
      { times: 1 },
    );
    await askPrice(page);
    await button(page, 'Confirmer et vérifier').click();
    await page.getByText('Le prix a changé').waitFor();
    await page.locator('#confirm').waitFor();
    expect(await words(page, '.notice:not([role])')).toContain('Coût 3 points');
    expect(await balanceOf(user)).toBe(100);
    await confirm(page);
    expect(await balanceOf(user)).toBe(97);
  });

  it('is refused in words when there is nothing to check in it, or too much', async () => {
    const { user, visit } = await house.person();
    const { page } = visit;
    await button(page, 'Vérifier').click();
    await page.getByText('Écrivez d’abord quelques mots.').waitFor();
    const refused = [
      ['… — 12 !', 'ne contient aucun mot'],
      ['mot '.repeat(50_001), 'dépasse 200 000 caractères'],
    ] as const;
    for (const [text, reason] of refused) {
      await askPrice(page, text);
      await button(page, 'Confirmer et vérifier').click();
      await page.getByRole('alert').waitFor();
      expect(await words(page, '[role=alert]')).toContain(reason);
      expect(await field(page).inputValue()).toBe(text);
    }
    expect(await balanceOf(user)).toBe(100);
  });
});
