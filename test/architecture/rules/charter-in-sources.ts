import type { Contract, EventContract, ServiceCharter } from '#libs/contracts';
import type { SourceFacts } from './source-facts.js';

type Named = ReadonlyMap<string, Contract | EventContract>;

/** The charter and the sources of a service say the same: nothing promised is missing, nothing is done in secret. */
export function charterDifferences(
  service: string,
  charter: ServiceCharter,
  facts: SourceFacts,
  contracts: Named,
): string[] {
  const { handles, calls, emits, reads } = charter;
  const differences: string[] = [];
  for (const [name, contract] of contracts) {
    const is = (list: readonly (Contract | EventContract)[]) => list.includes(contract);
    const say = (what: string) => differences.push(`${service}: ${name} ${what}`);
    const used = facts.used.has(name);
    if (is(handles) && !facts.handled.has(name)) say(`has no @Handles(${name}) in its sources.`);
    if (!is(handles) && facts.handled.has(name)) say('is handled, but not in its charter.');
    if (is(calls) && !used) say('is in the calls of its charter, but never called.');
    if (is(emits) && !used) say('is in the emits of its charter, but never recorded.');
    const allowed = [handles, calls, emits, reads].some(is);
    if (used && !allowed) say('is used in its sources, but stands nowhere in its charter.');
  }
  return differences;
}
