import { WEB_ADDRESS } from './web-address.js';
import { MAIL_ADDRESS } from './mail-address.js';

const PATTERNS: RegExp[] = [
  WEB_ADDRESS,
  MAIL_ADDRESS,
  /`[^`\r\n]{1,200}`/g,
  /(?<=\d):(?=\d)/g,
  /[:;]-?'?[()DPp|/\\*](?![\p{L}\p{N}])/gu,
  /:[a-z0-9_+-]{2,30}:(?![\p{L}\p{N}])/gu,
  /&(?:[a-z]{2,8}|#\d{1,6});/gi,
  /(?<![\p{L}\p{N}])[A-Z]:\\/gu,
  /::|!=|\?=|\?\.|\?\?(?=\S)/g,
  /\?(?=[A-Za-z_]{1,30}=)/g,
  // A lower-case word glued on both sides is a name of some tool (node:fs), not a sentence.
  /(?<![\p{L}\p{N}_])[a-z][a-z0-9_-]{0,30}:[a-z0-9][a-z0-9_-]{0,30}/gu,
  /(?<![\p{L}\p{N}])Yahoo!/gu,
];

/** Marks with 1 each unit that typography must leave alone: addresses, times, code, entities, smileys. */
export function protectedUnits(text: string): Uint8Array {
  const units = new Uint8Array(text.length);
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      units.fill(1, match.index, match.index + match[0].length);
    }
  }
  return units;
}
