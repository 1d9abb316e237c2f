import { MAIL_ADDRESS, PHONE_NUMBER, type Line } from '#libs/french-text';
import { ADDRESSED } from '../format/check-recipient.js';

/**
 * Of the lines above a letter's object, those that say to whom it goes: from the block that addresses somebody on, or
 * the last of several blocks when it does not say how to reach who writes.
 */
export function recipientOf(lines: readonly Line[]): readonly Line[] {
  const groups = neighbours(lines);
  const isAlone = groups.length === 1;
  for (const [place, group] of groups.entries()) {
    // The first line of the first block is who writes, « M. Jean Roux » too.
    const found = group.findIndex(
      ({ folded }, at) => ADDRESSED.test(folded) && (place > 0 || at > 0 || isAlone),
    );
    if (found >= 0)
      return groups
        .slice(place)
        .flat()
        .slice(place === 0 ? found : 0);
  }
  const last = groups.at(-1);
  return isAlone || !last || last.some(saysHowToReach) ? [] : last;
}

function neighbours(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    if (open?.at(-1)?.index === line.index - 1) open.push(line);
    else groups.push([line]);
  }
  return groups;
}

function saysHowToReach({ raw, folded }: Line): boolean {
  return raw.search(MAIL_ADDRESS) >= 0 || folded.search(PHONE_NUMBER) >= 0;
}
