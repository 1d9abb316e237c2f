import { describe, expect, it } from '@jest/globals';
import * as contracts from '#libs/contracts';
import { contractsOutsideTheHouse } from './rules/contract-exports.js';
import {
  callsThatWouldBeRefused,
  callsWithoutHandler,
  contractsWithoutCallers,
  namedCallersThatNeverCall,
  onBehalfOfWithoutStaff,
} from './rules/callers.js';
import { missingLabels } from './rules/labels.js';
import { duplicateEvents, duplicateSubjects, misshapenSubjects } from './rules/subjects.js';
import { textFieldsThatTakePoison } from './rules/text-fields.js';

const { allContracts, allEvents, catalogue, house, packs } = contracts;

describe('the contracts', () => {
  it('have a subject each', () => {
    expect(duplicateSubjects(allContracts)).toEqual([]);
    expect(duplicateEvents(allEvents)).toEqual([]);
  });

  it('R28: leave the last token of the subject to the caller', () => {
    expect(misshapenSubjects(allContracts)).toEqual([]);
  });

  it('R28: say who may call them', () => {
    expect(contractsWithoutCallers(allContracts)).toEqual([]);
  });

  it('R29: let staff alone act on behalf of somebody', () => {
    expect(onBehalfOfWithoutStaff(allContracts)).toEqual([]);
  });

  it('are all in the house', () => {
    expect(contractsOutsideTheHouse(contracts, allContracts, allEvents)).toEqual([]);
  });

  it('are called by whom they name, and by nobody whom they refuse', () => {
    expect(namedCallersThatNeverCall(house)).toEqual([]);
    expect(callsThatWouldBeRefused(house)).toEqual([]);
  });

  it('are handled by somebody when they are called', () => {
    expect(callsWithoutHandler(house)).toEqual([]);
  });

  it.each(allContracts.map((contract) => [contract.subject, contract] as const))(
    'R9: %s refuses text that Postgres cannot hold',
    (_, contract) => {
      expect(textFieldsThatTakePoison(contract)).toEqual([]);
    },
  );

  it('price what has a label in French and English', () => {
    expect(missingLabels(catalogue)).toEqual([]);
    expect(missingLabels(packs)).toEqual([]);
  });
});
