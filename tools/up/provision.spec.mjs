import { describe, expect, it } from '@jest/globals';
import { administratorUrl, adminUrlOf } from './provision.mjs';

describe("the administrator's address", () => {
  it('is the common one unless a service has its own', () => {
    const env = { PHOENIX_CV_DATABASE_URL: 'postgres://admin:pw@db.test:5432/cvs' };
    expect(adminUrlOf('cv', 'postgres://common/phoenix', env)).toBe(env.PHOENIX_CV_DATABASE_URL);
    expect(adminUrlOf('hub', 'postgres://common/phoenix', env)).toBe('postgres://common/phoenix');
  });

  it('names the database phoenix when it names none', () => {
    expect(administratorUrl('DATABASE_URL', 'postgres://admin:pw@db.test:5432')).toBe(
      'postgres://admin:pw@db.test:5432/phoenix',
    );
  });

  it.each(['db.test:5432', 'mysql://db.test/phoenix', 'postgres'])('is not %s', (text) => {
    expect(() => administratorUrl('DATABASE_URL', text)).toThrow(
      'DATABASE_URL is no PostgreSQL address. Write postgres://',
    );
  });
});
