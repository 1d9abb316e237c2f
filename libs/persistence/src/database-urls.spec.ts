import { describe, expect, it } from '@jest/globals';
import { databaseUrls } from './database-urls.js';

const credentials = { service: 'hub', ownerPassword: 'o%41/@:?#', password: 'p' } as const;

describe('databaseUrls', () => {
  it('names the two roles of the service on the same server and database', () => {
    const urls = databaseUrls('postgres://root:secret@db.example:5433/house?sslmode=require', {
      ...credentials,
      ownerPassword: 'o',
    });
    expect(urls).toEqual({
      DATABASE_URL: 'postgres://phoenix_hub:p@db.example:5433/house?sslmode=require',
      DATABASE_OWNER_URL: 'postgres://phoenix_hub_owner:o@db.example:5433/house?sslmode=require',
    });
  });

  it('takes the database phoenix where the URL names none', () => {
    expect(databaseUrls('postgres://root@localhost', credentials).DATABASE_URL).toBe(
      'postgres://phoenix_hub:p@localhost/phoenix',
    );
  });

  it('carries any password unchanged', () => {
    const { DATABASE_OWNER_URL } = databaseUrls('postgres://root@localhost', credentials);
    expect(decodeURIComponent(new URL(DATABASE_OWNER_URL).password)).toBe('o%41/@:?#');
  });
});
