import type { Line } from '#libs/french-text';

/** A line that opens with a bullet; `indent` is the number of spaces before it. */
export interface Bullet {
  line: Line;
  marker: string;
  indent: number;
  /** Offset of the marker in the whole text. */
  start: number;
}

const BULLET = /^([ \t\u00a0]{0,40})([-–—•●○◦▪▫■□‣⁃∙·*+→➢➤►✓✔]|o(?= ))[ \t\u00a0]{1,8}(?=\S)/;

/** Reads the bullet of a line, undefined when it has none. */
export function bulletOf(line: Line): Bullet | undefined {
  const match = BULLET.exec(line.raw);
  if (!match) return undefined;
  const [, spaces = '', marker = ''] = match;
  return { line, marker, indent: spaces.length, start: line.start + spaces.length };
}
