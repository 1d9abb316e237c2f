import { positionFor, readOffer, readProfile, skillNamed, tradeIn } from '#libs/career-french';
import { Tally } from './tally.mjs';

const fold = (/** @type {string} */ text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
/** The lexicon’s name for a skill; what it does not know keeps the human’s. */
const named = (/** @type {string} */ words) => fold(skillNamed(words)?.name ?? words);
const one = (/** @type {string | number | undefined} */ value) =>
  value === undefined ? [] : [fold(String(value))];
const either = (/** @type {string} */ a, /** @type {string} */ b) => {
  const [x, y] = [fold(a), fold(b)];
  return x === y || x.includes(y) || (y.includes(x) && x.length >= y.length / 2);
};
const like = (
  /** @type {string | undefined} */ found,
  /** @type {string | undefined} */ expected,
) =>
  found !== undefined && expected !== undefined && either(found, expected)
    ? one(expected)
    : one(found);

/** @param {import('./corpus.mjs').Sample[]} offers */
export function tallyOffers(offers) {
  const tallies = fields([
    'skills',
    'importance',
    'position',
    'company',
    'place',
    'contract',
    'experience',
    'diploma',
  ]);
  for (const offer of offers) {
    const read = readOffer(offer.text);
    const asked = [
      ...read.skills.map(({ skill, importance }) => ({ name: fold(skill.name), importance })),
      ...read.languages.map(({ name, importance }) => ({ name: fold(name), importance })),
    ];
    const expected = new Map([
      ...(offer.required ?? []).map((name) => [named(name), 'required']),
      ...(offer.preferred ?? []).map((name) => [named(name), 'preferred']),
    ]);
    const at = offer.file;
    tallies.skills.add(
      at,
      asked.map(({ name }) => name),
      expected.keys(),
    );
    const both = asked.filter(({ name }) => expected.has(name));
    tallies.importance.add(
      at,
      both.map(({ name, importance }) => `${name} ${importance}`),
      both.map(({ name }) => `${name} ${expected.get(name)}`),
    );
    const position = read.position && positionFor(read.position.value, undefined);
    tallies.position.add(at, like(position, offer.position), one(offer.position));
    tallies.company.add(at, like(read.company?.value, offer.company), one(offer.company));
    tallies.place.add(at, one(read.place?.value), one(offer.place));
    tallies.contract.add(at, one(read.contract?.value), one(offer.contract));
    tallies.experience.add(at, one(read.experienceYears?.value), one(offer.experienceYears));
    tallies.diploma.add(
      at,
      like(read.diplomas.find(({ level }) => level > 0)?.name, offer.diploma),
      one(offer.diploma),
    );
  }
  return tallies;
}

/** @param {import('./corpus.mjs').Sample[]} profiles */
export function tallyProfiles(profiles) {
  const tallies = fields([
    'skills',
    'absent',
    'trades',
    'employers',
    'diplomas',
    'languages',
    'name',
    'gender',
  ]);
  for (const profile of profiles) {
    const read = readProfile(profile.text);
    const at = profile.file;
    const skills = read.skills.map(({ skill }) => fold(skill.name));
    const languages = read.languages.map(({ name }) => fold(name));
    const expected = (profile.skills ?? []).map(named);
    const absent = (profile.absent ?? []).map(named);
    tallies.skills.add(
      at,
      skills,
      expected.filter((name) => !languages.includes(name)),
    );
    tallies.absent.add(
      at,
      skills.filter((name) => absent.includes(name)).map((name) => `${name} claimed`),
      [],
    );
    const trades = (profile.trades ?? []).map((name) => tradeIn(name)?.names[0].masculine ?? name);
    tallies.trades.add(
      at,
      read.trades.map(({ value }) => value.names[0].masculine),
      trades,
    );
    const employers = read.experiences.flatMap(({ employer }) => employer ?? []);
    tallies.employers.add(
      at,
      employers.map((name) => nearest(name, profile.employers)),
      (profile.employers ?? []).map(fold),
    );
    tallies.diplomas.add(
      at,
      read.diplomas.map(({ name }) => nearest(name, profile.diplomas)),
      (profile.diplomas ?? []).map(fold),
    );
    tallies.languages.add(at, languages, (profile.languages ?? []).map(fold));
    tallies.name.add(at, one(read.person.name), one(profile.name));
    if (profile.gender) tallies.gender.add(at, one(read.gender), one(profile.gender));
  }
  return tallies;
}

/** @param {string} found @param {unknown} expected */
function nearest(found, expected) {
  const near = /** @type {string[]} */ (expected ?? []).find((name) => either(found, name));
  return fold(near ?? found);
}

/** @template {string} Name @param {Name[]} names */
function fields(names) {
  return /** @type {Record<Name, Tally>} */ (
    Object.fromEntries(names.map((name) => [name, new Tally()]))
  );
}
