import { beforeAll, describe, expect, it } from '@jest/globals';
import { lint, type Findings } from './rules/lint-scratch.js';

interface Planted {
  readonly rule: string;
  readonly code: string;
  readonly path?: string;
}

const purity = 'phoenix(pure-decisions)';
const price = 'phoenix(no-price-literal)';

/** Each does one thing that must not pass. */
const planted: Record<string, Planted> = {
  'a clock in a decision': {
    rule: purity,
    code: `export function decideGrant() { return { at: Date.now() }; }`,
  },
  'the date of now in a decision': {
    rule: purity,
    code: `export const decideGrant = () => ({ at: new Date() });`,
  },
  'an await in a decision': {
    rule: purity,
    code: `export function decideGrant(load: Promise<number>) { return { later: async () => load }; }`,
  },
  'an id made in a decision': {
    rule: purity,
    code: `import { randomUUID } from 'node:crypto';
           export function decideGrant() { return { entryId: randomUUID() }; }`,
  },
  'chance in a projection': {
    rule: purity,
    code: `export const model = { project(row: number) { return row + Math.random(); } };`,
  },
  'the environment in a projection': {
    rule: purity,
    code: `export function projectHistory() { return process.env.TZ; }`,
  },
  '`this` in a projection': {
    rule: purity,
    code: `export class Model { row = 1; project() { return this.row; } }`,
  },
  'a clock in what a decision calls': {
    rule: purity,
    code: `export function decideGrant() { return stamp(); }
           function stamp() { return Date.now(); }`,
  },
  'a clock in any function of a pure file': {
    rule: purity,
    code: `export function evolve(state: number) { return state; }
           export function ageOf(at: number) { return Date.now() - at; }`,
  },
  'a price as a constant': { rule: price, code: `export const listCost = 12;` },
  'a price in an object': { rule: price, code: `export const pack = { priceCents: 299 };` },
  'a price compared with': {
    rule: price,
    code: `export function isCheap(action: { cost: number }) { return action.cost < 10; }`,
  },
  'a price by default': {
    rule: price,
    code: `export function take(cost = 5) { return cost; }`,
  },
  'a welcome grant': { rule: price, code: `export const WELCOME_POINTS = 100 as const;` },
  'a data source of its own': {
    rule: 'phoenix(one-data-source)',
    code: `import { DataSource } from 'typeorm';
           export const mine = new DataSource({ type: 'postgres' });`,
  },
  'a promise that nobody waits for': {
    rule: 'typescript(no-floating-promises)',
    code: `export function start(work: () => Promise<void>) { work(); }`,
  },
  'a kind that a switch forgets': {
    rule: 'typescript(switch-exhaustiveness-check)',
    code: `export function name(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 2; }`,
  },
  'something thrown that is no error': {
    rule: 'typescript(only-throw-error)',
    code: `export function fail() { throw { code: 1 }; }`,
  },
  'a type that says nothing': {
    rule: 'typescript(no-explicit-any)',
    code: `export function id(value: any): unknown { return value; }`,
  },
  'a line for the console': {
    rule: 'eslint(no-console)',
    code: `export function say() { console.log('hello'); }`,
  },
  'a file too long to read': {
    rule: 'eslint(max-lines)',
    code: Array.from({ length: 201 }, (_, line) => `export const line${line} = ${line};`).join(
      '\n',
    ),
  },
  'a test that is left out': {
    rule: 'jest(no-disabled-tests)',
    path: 'services/hub/src/planted/left-out.spec.ts',
    code: `import { expect, it } from '@jest/globals';
           it.skip('works', () => { expect(1).toBe(1); });`,
  },
  'a test that leaves out the others': {
    rule: 'jest(no-focused-tests)',
    path: 'services/hub/src/planted/alone.spec.ts',
    code: `import { expect, it } from '@jest/globals';
           it.only('works', () => { expect(1).toBe(1); });`,
  },
};

/** What looks alike and is right. */
const allowed = {
  'services/hub/src/planted/pure.ts': `
    import { catalogue, type ActionId } from '#libs/contracts';
    interface Context { readonly now: string; readonly newId: () => string }
    export function decideTake(row: { process: number }, action: ActionId, { now, newId }: Context) {
      const { cost } = catalogue[action];
      const free = cost === 0;
      return { id: newId(), year: new Date(now).getFullYear(), cost, free, step: row.process };
    }
    export const costMs = 20;
    export async function read(cost = 0) { await Promise.resolve(); return { cost, at: Date.now() }; }
    export function projector() { return Date.now(); }`,
  'libs/contracts/src/catalogue.ts': `export const welcomePoints = 100; export const cost = 5;`,
  'libs/persistence/src/data-source.ts': `
    import { DataSource } from 'typeorm';
    export const make = () => new DataSource({ type: 'postgres' });`,
};

const pathOf = (index: number) => `services/hub/src/planted/violation-${index}.ts`;
const cases = Object.entries(planted).map(([what, { rule, code, path }], index) => ({
  what,
  rule,
  code,
  path: path ?? pathOf(index),
}));

describe('the lint rules', () => {
  let findings: Findings;

  beforeAll(async () => {
    const bad = cases.map(({ path, code }) => [path, `${code}\n`]);
    findings = await lint({ ...Object.fromEntries(bad), ...allowed });
  });

  it.each(cases)('refuse $what', ({ path, rule }) => {
    const found = findings.get(path) ?? [];
    expect([...new Set(found.map((finding) => finding.split(':')[0]))]).toEqual([rule]);
  });

  it.each(Object.keys(allowed))('let %s be', (path) => {
    expect(findings.get(path)).toBeUndefined();
  });
});
