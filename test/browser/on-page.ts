import type { Page } from 'playwright-core';

/** A letter with something to remark on: two spaces, a repeated word, no space before a sign, no closing. */
export const faultyLetter = `Camille Roux
12 rue des Lilas, 69003 Lyon

Objet : candidature au poste d'assistante de gestion

Madame, Monsieur,

Je vous écris pour le poste d'assistante de gestion, que la la presse locale annonce. Je connais  bien ce métier!

<b>Camille</b> & Roux
`;

export const field = (page: Page) => page.getByLabel('Collez ou écrivez votre lettre');
export const button = (page: Page, name: string) => page.getByRole('button', { name });

/** What stands there, its spaces as plain ones. */
export async function words(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ');
}

/** From an empty field to the question whether the price suits. */
export async function askPrice(page: Page, letter = faultyLetter): Promise<void> {
  await field(page).fill(letter);
  await button(page, 'Vérifier').click();
  await page.locator('#confirm').waitFor();
}

/** From there to the findings. */
export async function confirm(page: Page): Promise<void> {
  await button(page, 'Confirmer et vérifier').click();
  await page.locator('.receipt').waitFor();
}
