import { describe, expect, it } from '@jest/globals';
import { parseDeb822, parseOneLine } from './debian-sources.mjs';

describe("a machine's own Debian mirror", () => {
  it('is read from the older form, one source a line', () => {
    const text = `# deb http://off.test/debian bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg,/usr/share/keyrings/b.gpg] http://mirror.test/debian bookworm main contrib # ours
deb-src http://mirror.test/debian bookworm main
`;
    expect(parseOneLine(text)).toEqual([
      {
        types: ['deb'],
        uris: ['http://mirror.test/debian'],
        suites: ['bookworm'],
        components: ['main', 'contrib'],
        signedBy: '/usr/share/keyrings/a.gpg /usr/share/keyrings/b.gpg',
      },
      {
        types: ['deb-src'],
        uris: ['http://mirror.test/debian'],
        suites: ['bookworm'],
        components: ['main'],
      },
    ]);
  });

  it('is read from the newer form, stanza by stanza, comments left out', () => {
    const text = `Types: deb
# an older snapshot
URIs: http://mirror.test/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian.gpg

Types: deb
URIs: http://mirror.test/debian-security
Suites: bookworm-security
Components: main
`;
    const [main, security] = parseDeb822(text);
    expect(main).toEqual({
      types: ['deb'],
      uris: ['http://mirror.test/debian'],
      suites: ['bookworm', 'bookworm-updates'],
      components: ['main'],
      signedBy: '/usr/share/keyrings/debian.gpg',
    });
    expect(security?.suites).toEqual(['bookworm-security']);
  });

  it('keeps a key that stands in the source itself, line by line', () => {
    const text = `Types: deb
URIs: http://mirror.test/debian
Suites: trixie
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abc
 -----END PGP PUBLIC KEY BLOCK-----
`;
    expect(parseDeb822(text)[0]?.signedBy).toBe(
      '-----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END PGP PUBLIC KEY BLOCK-----',
    );
  });

  it('is not one that is switched off', () => {
    expect(parseDeb822('Enabled: no\nTypes: deb\nURIs: http://off.test/debian\n')).toEqual([]);
  });
});
