import { describe, expect, it } from '@jest/globals';
import { parseEngineList } from './engine-list.js';

describe('a list of engines', () => {
  it('is none outside for the local engine', () => {
    expect(parseEngineList('local')).toEqual([]);
  });

  it('names provider and model of each, in the order in which they are tried', () => {
    expect(parseEngineList('google:gemini-2.5-flash, google:gemini-2.5-flash-lite')).toEqual([
      { provider: 'google', model: 'gemini-2.5-flash' },
      { provider: 'google', model: 'gemini-2.5-flash-lite' },
    ]);
  });

  it.each([
    '',
    'google',
    'google:',
    'gogle:gemini',
    'google:a/../b',
    'google:a,',
    'google:a,local',
  ])('is not %j', (list) => {
    expect(parseEngineList(list)).toBeUndefined();
  });
});
