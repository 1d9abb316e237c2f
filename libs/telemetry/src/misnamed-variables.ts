import type { ConfigFault } from './config-error.js';
import { editDistance } from './edit-distance.js';
import { knownMistakes, knownVariables } from './known-variables.js';

const slip = 2;
/** Below this length two slips reach innocent names: HOME is two letters from HOST. */
const shortestGuessed = 8;

/** Faults for unknown `PHOENIX_*` names, and for names that are almost one of ours which is not set. */
export function misnamedVariables(
  env: NodeJS.ProcessEnv,
  schemaNames: readonly string[],
): ConfigFault[] {
  const known = new Set([...knownVariables, ...schemaNames]);
  return Object.keys(env)
    .filter((name) => env[name] !== undefined && !known.has(name))
    .flatMap((name) =>
      name.startsWith('PHOENIX_') ? [unknown(name, known)] : nearMiss(name, known, env),
    );
}

function unknown(variable: string, known: ReadonlySet<string>): ConfigFault {
  const meant = nearest(variable, known);
  return {
    variable,
    wrong: 'is not a variable that Phoenix knows',
    expected: meant ? `${meant} in its place` : 'it to be unset',
  };
}

function nearMiss(
  variable: string,
  known: ReadonlySet<string>,
  env: NodeJS.ProcessEnv,
): ConfigFault[] {
  const near = nearest(variable, new Set([...known, ...Object.keys(knownMistakes)]));
  const meant = near && (knownMistakes[near] ?? near);
  if (!meant || env[meant]?.trim()) return [];
  return [{ variable, wrong: `is set, but ${meant} is not`, expected: `the name to be ${meant}` }];
}

function nearest(variable: string, known: ReadonlySet<string>): string | undefined {
  const distance = (name: string) => editDistance(variable.toUpperCase(), name);
  return [...known]
    .filter((name) => name.length >= shortestGuessed && distance(name) <= slip)
    .sort((a, b) => distance(a) - distance(b))[0];
}
