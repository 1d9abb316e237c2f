import { describe, expect, it } from '@jest/globals';
import { allEvents, house } from '#libs/contracts';
import { nameOfEvent } from './rules/charters.js';
import { freeStrings } from './rules/closed-schema.js';
import { eventsOfAnotherSource, readsWithoutOneEmitter, unlistedEvents } from './rules/emitters.js';
import { eventsNotInThePast } from './rules/event-names.js';
import { goldenOf, sampleProblems } from './rules/golden.js';

describe('the events', () => {
  it('say what happened', () => {
    expect(eventsNotInThePast(allEvents)).toEqual([]);
  });

  it('are told by the one service that they are by', () => {
    expect(eventsOfAnotherSource(house)).toEqual([]);
    expect(readsWithoutOneEmitter(house)).toEqual([]);
    expect(unlistedEvents(house, allEvents)).toEqual([]);
  });

  describe.each(allEvents.map((event) => [nameOfEvent(event), event] as const))(
    '%s',
    (_, event) => {
      it('R3: has no place for what a person wrote', () => {
        expect(freeStrings(event)).toEqual([]);
      });

      it('R6: is still read as it was published', () => {
        expect(sampleProblems(event, goldenOf(event))).toEqual([]);
      });
    },
  );
});
