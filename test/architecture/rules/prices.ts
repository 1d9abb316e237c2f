import { packs } from '#libs/contracts';

const prices = Object.values(packs).flatMap(({ priceCents }) => {
  const [euros, cents] = (priceCents / 100).toFixed(2).split('.');
  return [String(priceCents), `${euros}[.,]${cents}`];
});
const price = new RegExp(`(?<![\\w.,-])(${prices.join('|')})(?![\\w.,-]*\\d)`);

/** A pack's price that is written down again, in cents or in euros, would go its own way when the catalogue changes. */
export function pricesOutsideTheCatalogue(
  files: Iterable<readonly [path: string, text: string]>,
): string[] {
  return [...files]
    .filter(([path]) => path !== 'libs/contracts/src/catalogue.ts')
    .flatMap(([path, text]) => {
      const found = price.exec(text)?.[0];
      return found ? [`${path} holds the price ${found}: read it from the catalogue.`] : [];
    });
}
