import type { Action, PriceVersion, Service } from './operations.js';
import { PlainLots, type Lot, type Part } from './plain-lots.js';

export interface Held {
  readonly by: Service;
  readonly points: number;
  readonly list: number;
  readonly action: Action;
  readonly expires: number;
  readonly parts: readonly Part[];
  state: 'open' | 'captured' | 'released' | 'expired';
}

export interface Spent {
  readonly action: Action;
  readonly cost: number;
  readonly parts: readonly Part[];
  readonly at: number;
  refunded: boolean;
}

/** One account, as plainly as it can be kept: numbers and arrays. */
export class PlainAccount {
  now = 0;
  prices: PriceVersion = 1;
  version = 0;
  balance = 0;
  frozen = false;
  plan: { from: number; to: number } | null = null;
  readonly lots = new PlainLots();
  readonly holds: Held[] = [];
  readonly spent: Spent[] = [];
  readonly refundsBySelf: number[] = [];

  get openHolds(): Held[] {
    return this.holds.filter((hold) => hold.state === 'open');
  }

  get held(): number {
    return this.openHolds.reduce((total, hold) => total + hold.points, 0);
  }

  get available(): number {
    return this.balance - this.held;
  }

  get free(): boolean {
    return this.plan !== null && this.plan.from <= this.now && this.now < this.plan.to;
  }

  /** Something happened: the next version, and the figures that an answer tells. */
  happened() {
    this.version += 1;
    return this.figures();
  }

  figures() {
    return { balance: this.balance, available: this.available, version: this.version };
  }

  /** Lets everything happen that time has brought about by now, the earliest first. */
  settleDue(): void {
    for (;;) {
      const holds = this.openHolds.map((hold) => ({ at: hold.expires, hold }));
      const lots = this.lots.all
        .filter((lot) => lot.left > 0 && lot.expires !== null)
        .map((lot) => ({ at: lot.expires!, lot }));
      const plan = this.plan ? [{ at: this.plan.to }] : [];
      const due: { at: number; hold?: Held; lot?: Lot }[] = [...holds, ...lots, ...plan];
      const [first] = due.filter(({ at }) => at <= this.now).sort((a, b) => a.at - b.at);
      if (!first) return;
      this.version += 1;
      if (first.hold) {
        first.hold.state = 'expired';
        this.lots.giveBack(first.hold.parts, first.at, this.now);
      } else if (first.lot) {
        this.balance -= first.lot.left;
        first.lot.left = 0;
      } else {
        this.plan = null;
      }
    }
  }
}
