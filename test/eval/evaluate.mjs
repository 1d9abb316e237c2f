import { readCorpus } from './corpus.mjs';
import { checkLetters, distances } from './letters.mjs';
import { tallyOffers, tallyProfiles } from './readings.mjs';

const LEAST_SKILLS = 0.85;
const LEAST_DISTANCE = 0.4;

/** All figures by their name, the least that each may be, and what was missed or wrong. */
export async function evaluate() {
  const [offers, profiles] = await Promise.all([readCorpus('offers'), readCorpus('profiles')]);
  /** @type {Record<string, number>} */
  const figures = {};
  /** @type {Record<string, number>} */
  const floors = {};
  /** @type {string[]} */
  const faults = [];
  for (const heldOut of [false, true]) {
    const part = heldOut ? 'held out, ' : '';
    const of = (/** @type {import('./corpus.mjs').Sample[]} */ samples) =>
      samples.filter((one) => one.heldOut === heldOut);
    const parts = { offers: tallyOffers(of(offers)), profiles: tallyProfiles(of(profiles)) };
    for (const [kind, tallies] of Object.entries(parts)) {
      for (const [field, tally] of Object.entries(tallies)) {
        const name = `${part}${kind}: ${field}`;
        // Of what is to be absent there is nothing to recall.
        if (field !== 'absent') figures[`${name}, recall`] = tally.recall;
        figures[`${name}, precision`] = tally.precision;
        if (field === 'skills')
          for (const one of ['recall', 'precision']) floors[`${name}, ${one}`] = LEAST_SKILLS;
        faults.push(
          ...tally.missed.map((one) => `${name} missed: ${one}`),
          ...tally.wrong.map((one) => `${name} wrong: ${one}`),
        );
      }
    }
  }
  const letters = checkLetters(profiles, offers);
  for (const [name, figure] of Object.entries(letters.figures)) {
    figures[`letters: ${name}`] = figure;
    floors[`letters: ${name}`] = 1;
  }
  const shop = offers.find(({ file }) => file === 'responsable-magasin-bio') ?? offers[0];
  const { least, mean } = distances(profiles, shop);
  figures['letters to one offer: least distance'] = least;
  figures['letters to one offer: mean distance'] = mean;
  floors['letters to one offer: least distance'] = LEAST_DISTANCE;
  return { figures, floors, faults: [...faults, ...letters.faults] };
}
