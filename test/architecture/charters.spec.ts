import { describe, expect, it } from '@jest/globals';
import * as contracts from '#libs/contracts';
import { charterDifferences } from './rules/charter-in-sources.js';
import { contractsAmong } from './rules/contract-exports.js';
import { factsOfService } from './rules/service-sources.js';

const named = contractsAmong(contracts);

describe('the charter of', () => {
  it.each(contracts.serviceNames)('%s says what its sources do', (service) => {
    const facts = factsOfService(service);
    expect(charterDifferences(service, contracts.house[service], facts, named)).toEqual([]);
  });
});
