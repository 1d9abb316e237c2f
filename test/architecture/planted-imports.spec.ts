import { beforeAll, describe, expect, it } from '@jest/globals';
import { lint, type Findings } from './rules/lint-scratch.js';

/** Each file does one thing that the import table refuses. */
const planted: Record<string, [what: string, code: string]> = {
  'services/letters/src/a.ts': [
    'another service, by its path',
    `export { EnergyLedger } from '../../hub/src/energy/energy-ledger.js';`,
  ],
  'services/letters/src/b.ts': [
    'the type of another service',
    `export type Ledger = import('../../hub/src/energy/energy-ledger.js').EnergyLedger;`,
  ],
  'services/letters/src/c.ts': [
    'another service, only when it is needed',
    `export const ledger = () => import('../../hub/src/energy/energy-ledger.js');`,
  ],
  'services/hub/src/a.ts': ['raw Postgres', `export { Client } from 'pg';`],
  'services/hub/src/b.ts': ['raw NATS', `import '@nats-io/transport-node';`],
  'services/hub/src/c.ts': ['what is for tests', `export { TestBroker } from '#libs/testing';`],
  'services/hub/src/d.ts': [
    'a library by its path',
    `export { points } from '../../../libs/contracts/src/index.js';`,
  ],
  'services/hub/src/energy/some-account.ts': [
    'the database, in a pure file',
    `import type { EntityManager } from 'typeorm';
     export function evolve(tx: EntityManager) { return tx; }`,
  ],
  'libs/contracts/src/a.ts': ['Postgres into the contracts', `export { Client } from 'pg';`],
  'libs/contracts/src/b.ts': ['Node into the contracts', `export { join } from 'node:path';`],
  'libs/contracts/src/c.ts': [
    'a library into the contracts',
    `export { Call } from '#libs/messaging';`,
  ],
  'libs/messaging/src/a.ts': [
    'persistence into messaging',
    `export { transaction } from '#libs/persistence';`,
  ],
  'libs/messaging/src/b.ts': ['TypeORM into messaging', `export { DataSource } from 'typeorm';`],
  'libs/persistence/src/a.ts': [
    'messaging into persistence',
    `export { Call } from '#libs/messaging';`,
  ],
  'libs/persistence/src/b.ts': [
    'NATS into persistence',
    `export { connect } from '@nats-io/transport-node';`,
  ],
  'libs/telemetry/src/a.ts': [
    'contracts into telemetry',
    `export { points } from '#libs/contracts';`,
  ],
  'libs/french-text/src/a.ts': ['a package into french-text', `export { z } from 'zod';`],
  'libs/unheard-of/src/a.ts': [
    'anything into a library without a line',
    `export { z } from 'zod';`,
  ],
  'services/website/web/gauge/a.ts': [
    'what only a server has into the page',
    `export { MessageClient } from '#libs/messaging';`,
  ],
  'test/books/check-books.mjs': [
    'our code into the independent checker',
    `export { points } from '#libs/contracts';`,
  ],
};

const allowed: Record<string, string> = {
  'services/hub/src/energy/consume.ts': `
    import { Controller } from '@nestjs/common';
    import type { DataSource } from 'typeorm';
    import { points } from '#libs/contracts';
    import { Call } from '#libs/messaging';
    import { transaction } from '#libs/persistence';
    import { failpoint } from '#libs/telemetry';
    import { near } from '../near.js';
    export const all = [Controller, points, Call, transaction, failpoint, near] as unknown as DataSource;`,
  'services/website/web/gauge/b.ts': `
    import { use } from 'react';
    import type { getBalance } from '#libs/contracts';
    import { fr } from '../../src/problems/french.js';
    export const all = [use, fr] as unknown as typeof getBalance;`,
  'libs/contracts/src/energy.spec.ts': `
    import { describe, expect, it } from '@jest/globals';
    import { points } from './values.js';
    describe('points', () => { it('exist', () => { expect(points).toBeDefined(); }); });`,
  'test/books/stream.ts': `export { Client } from 'pg'; export { connect } from '@nats-io/transport-node';`,
  'test/integration/any.ts': `export { EnergyLedger } from '../../services/hub/src/energy/energy-ledger.js';`,
};

describe('the import rules', () => {
  let findings: Findings;

  beforeAll(async () => {
    const bad = Object.entries(planted).map(([path, [, code]]) => [path, `${code}\n`]);
    findings = await lint({ ...Object.fromEntries(bad), ...allowed });
  });

  it.each(Object.entries(planted).map(([path, [what]]) => [path, what]))(
    'refuse in %s: %s',
    (path) => {
      expect(findings.get(path)).toEqual([
        expect.stringMatching(/^phoenix\(imports\): .+\. .+\.$/),
      ]);
    },
  );

  it.each(Object.keys(allowed))('let %s be', (path) => {
    expect(findings.get(path)).toBeUndefined();
  });
});
