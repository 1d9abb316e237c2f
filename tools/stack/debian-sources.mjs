import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ types: string[], uris: string[], suites: string[], components: string[], signedBy?: string }} Source */

const debianSuites = ['stable', 'testing', 'unstable', 'sid', 'forky', 'trixie', 'bookworm'];

/**
 * The Debian archive that this machine is configured to install from, whatever mirror that is.
 * @param {string} [root] the folder of apt's configuration
 * @param {string} [codename] the suite of this machine, as os-release says
 * @returns {Promise<Source | undefined>}
 */
export async function debianArchive(root = '/etc/apt', codename) {
  const suites = codename ? [codename, ...debianSuites] : debianSuites;
  return (await allSources(root)).find(
    (source) =>
      source.types.includes('deb') &&
      source.components.includes('main') &&
      source.suites.some((suite) => suites.includes(suite)),
  );
}

async function allSources(/** @type {string} */ root) {
  const parts = join(root, 'sources.list.d');
  const names = await readdir(parts).catch(() => []);
  const files = [join(root, 'sources.list'), ...names.map((name) => join(parts, name))];
  /** @type {Source[]} */
  const sources = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (file.endsWith('.list')) sources.push(...parseOneLine(text));
    if (file.endsWith('.sources')) sources.push(...parseDeb822(text));
  }
  return sources;
}

/** The older form: `deb [signed-by=/path] URI suite component…`, one a line. */
export function parseOneLine(/** @type {string} */ text) {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(deb|deb-src)\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]*)/.exec(line);
    if (!match) return [];
    const [, type = '', options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1]?.replaceAll(',', ' ');
    return [
      {
        types: [type],
        uris: [uri],
        suites: [suite],
        components: words(components),
        ...(signedBy ? { signedBy } : {}),
      },
    ];
  });
}

/** The newer form: stanzas of `Field: value`, values going on in indented lines (a whole key, for example). */
export function parseDeb822(/** @type {string} */ text) {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((stanza) => {
      const fields = new Map(
        [...stanza.matchAll(/^([A-Za-z-]+):((?:.*)(?:\n[ \t].*)*)/gm)].map(([, name, value]) => [
          name?.toLowerCase(),
          value?.trim() ?? '',
        ]),
      );
      if (/^no$/i.test(fields.get('enabled') ?? '') || !fields.has('uris')) return [];
      const signedBy = fields.get('signed-by');
      return [
        {
          types: words(fields.get('types')),
          uris: words(fields.get('uris')),
          suites: words(fields.get('suites')),
          components: words(fields.get('components')),
          ...(signedBy ? { signedBy } : {}),
        },
      ];
    });
}

function words(text = '') {
  return text.split(/\s+/).filter(Boolean);
}
