import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const core = 'docProps/core.xml';
const written = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The same package with this instant in place of the present one; its members lie in the first hour that a zip knows. */
export function withoutClock(file: Uint8Array, writtenAt: Date): Uint8Array {
  const members = unzipSync(file);
  const properties = strFromU8(members[core]!);
  members[core] = strToU8(properties.replace(written, `$1${writtenAt.toISOString()}`));
  // A zip tells local time: these fields are the same wherever they are read.
  return zipSync(members, { mtime: new Date(1980, 0, 1) });
}
