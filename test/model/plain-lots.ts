import { day } from './operations.js';

export interface Lot {
  left: number;
  readonly expires: number | null;
  readonly given: number;
}

export interface Part {
  readonly lot: Lot;
  readonly points: number;
}

/** Points that were given, in the order in which they came. */
export class PlainLots {
  readonly all: Lot[] = [];

  give(points: number, expires: number | null, now: number): void {
    this.all.push({ left: points, expires, given: now });
  }

  /** Soonest to expire first, then oldest, then first come. */
  take(points: number): Part[] {
    const order = this.all
      .map((lot, index) => ({ lot, index }))
      .filter(({ lot }) => lot.left > 0)
      .sort(
        (a, b) =>
          (a.lot.expires ?? Infinity) - (b.lot.expires ?? Infinity) ||
          a.lot.given - b.lot.given ||
          a.index - b.index,
      );
    const parts: Part[] = [];
    let wanted = points;
    for (const { lot } of order) {
      const here = Math.min(lot.left, wanted);
      if (here === 0) break;
      lot.left -= here;
      wanted -= here;
      parts.push({ lot, points: here });
    }
    return parts;
  }

  /** What belonged to lots that had expired at `at` becomes one new lot of a week. */
  giveBack(parts: readonly Part[], at: number, now: number): void {
    const late = parts.filter(({ lot }) => lot.expires !== null && lot.expires <= at);
    for (const part of parts) if (!late.includes(part)) part.lot.left += part.points;
    const points = late.reduce((total, part) => total + part.points, 0);
    if (points > 0) this.give(points, now + 7 * day, now);
  }
}
