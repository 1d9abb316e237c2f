import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withPassword } from './password-file.js';

const lines = String.raw`# db:5432:phoenix:phoenix_hub:commented out
db:5433:*:phoenix_hub:other port
*:*:phoenix:phoenix_hub:a\:b\\c@%41
*:*:*:phoenix_hub:any database
`;

describe('withPassword', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'phoenix-pgpass-'));
    env = { PGPASSFILE: join(folder, 'pgpass') };
    writeFileSync(env.PGPASSFILE!, lines);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const passwordOf = (url: string) => decodeURIComponent(new URL(withPassword(url, env)).password);

  it('takes the first line that fits, as libpq does', () => {
    expect(passwordOf('postgres://phoenix_hub@db/phoenix')).toBe(String.raw`a:b\c@%41`);
    expect(passwordOf('postgres://phoenix_hub@db:5433/phoenix')).toBe('other port');
    expect(passwordOf('postgres://phoenix_hub@db/else')).toBe('any database');
  });

  it('leaves an address alone that has a password, or that no line fits', () => {
    for (const url of ['postgres://phoenix_hub:own@db/phoenix', 'postgres://phoenix_cv@db/phoenix'])
      expect(withPassword(url, env)).toBe(url);
    expect(withPassword('postgres://phoenix_hub@db/phoenix', {})).toBe(
      'postgres://phoenix_hub@db/phoenix',
    );
  });

  it('says which file it cannot read', () => {
    expect(() => withPassword('postgres://a@b/c', { PGPASSFILE: '/none/pgpass' })).toThrow(
      /cannot be read: .*ENOENT.*'\/none\/pgpass'\. Correct PGPASSFILE/,
    );
  });
});
