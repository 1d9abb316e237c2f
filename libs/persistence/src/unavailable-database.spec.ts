import { describe, expect, it } from '@jest/globals';
import { unavailableDatabase } from './unavailable-database.js';

const ofPostgres = (code: string) => Object.assign(new Error('as Postgres says it'), { code });

describe('unavailableDatabase', () => {
  it.each([
    ['the disk is full', '53100'],
    ['too many connections', '53300'],
    ['a deadlock, however often it was run again', '40P01'],
    ['a serialization failure, likewise', '40001'],
    ['a row that somebody keeps locked', '55P03'],
    ['a statement that took too long', '57014'],
    ['a server that is going', '57P01'],
  ])('R14: %s is no bug of ours: a retry may help', (_, code) => {
    expect(unavailableDatabase(ofPostgres(code))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it.each(['23505', '23514', '22003', '42P01'])('leaves %s, which is one', (code) => {
    expect(unavailableDatabase(ofPostgres(code))).toBeUndefined();
  });
});
