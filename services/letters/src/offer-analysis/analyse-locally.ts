import type { OfferAnalysis } from '#libs/contracts';
import { analyseOffer, isRefusal, type LocalRefusal } from '../local-engine/index.js';

const [phraseLength, excerptLength] = [200, 400];

/** The local engine's analysis, within the bounds of every analysis. */
export function analyseLocally(offer: string): OfferAnalysis | LocalRefusal {
  const analysed = analyseOffer(offer);
  if (isRefusal(analysed)) return analysed;
  const { engine: _engine, engineVersion: _version, ...analysis } = analysed;
  const { position, company, place, salary, education, skills, qualities } = analysis;
  return {
    ...analysis,
    position: short(position),
    company: short(company),
    place: short(place),
    salary: short(salary),
    education: short(education),
    skills: skills.slice(0, 60).map(inBounds),
    qualities: qualities.slice(0, 30).map(inBounds),
    tasks: analysis.tasks.filter((task) => task !== '').slice(0, 30),
    keywords: analysis.keywords.map((word) => word.slice(0, phraseLength)),
  };
}

function short(phrase: string | null): string | null {
  return phrase?.slice(0, phraseLength) ?? null;
}

function inBounds<Found extends { readonly excerpt: string }>(found: Found): Found {
  return { ...found, excerpt: found.excerpt.slice(0, excerptLength) };
}
