import { describe, expect, it } from '@jest/globals';
import { faultOf } from './batch-fault.js';

const ofPostgres = (code: string) => Object.assign(new Error('as Postgres says it'), { code });

describe('faultOf', () => {
  it.each([
    ['22003', 'culprit'],
    ['23514', 'culprit'],
    ['40001', 'conflict'],
    ['40P01', 'conflict'],
    ['55P03', 'locked'],
    ['53100', 'refused'],
    ['57014', 'refused'],
    ['57P01', 'lost'],
    ['25P03', 'lost'],
    ['08006', 'lost'],
  ] as const)('R9: %s is a case of %s', (code, fault) => {
    expect(faultOf(ofPostgres(code), true)).toBe(fault);
  });

  it('R9: takes every error of a connection that is gone for a lost one, and a fault of ours for a culprit', () => {
    expect(faultOf(new Error('Connection terminated unexpectedly'), false)).toBe('lost');
    expect(faultOf(new Error('a bug'), true)).toBe('culprit');
  });
});
