import { factsOf, type SourceFacts } from './source-facts.js';
import { sourcesUnder, textOf } from './tree.js';

/** What a service does with contracts, itself and through the libraries that it imports. */
export function factsOfService(service: string): SourceFacts {
  const own = factsIn(`services/${service}/src`);
  const all = { handled: new Set(own.handled), used: new Set(own.used), libs: new Set(own.libs) };
  // The set grows while it is walked: a library may import others.
  for (const lib of all.libs) {
    if (lib === 'contracts') continue;
    const { used, libs } = factsOfLib(lib);
    used.forEach((name) => all.used.add(name));
    libs.forEach((name) => all.libs.add(name));
  }
  return all;
}

const factsOfLibs = new Map<string, SourceFacts>();

function factsOfLib(lib: string): SourceFacts {
  const known = factsOfLibs.get(lib) ?? factsIn(`libs/${lib}/src`);
  factsOfLibs.set(lib, known);
  return known;
}

function factsIn(folder: string): SourceFacts {
  return factsOf(
    sourcesUnder(folder)
      .filter((path) => path.endsWith('.ts'))
      .map(textOf),
  );
}
