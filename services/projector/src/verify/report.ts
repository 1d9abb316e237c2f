/** One thing that is not as it should be, with the event that it begins at where that is known. */
export interface Difference {
  readonly table: string;
  readonly between: 'shadow and stream' | 'live and stream' | 'shadow and live';
  readonly sequence: number | null;
  readonly eventId: string | null;
  readonly userId: string | null;
  readonly explanation: string;
}

/** What cut-over would change in one table. */
export interface TableReport {
  readonly table: string;
  readonly shadowRows: number;
  readonly liveRows: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Users whose rows differ. */
  readonly users: number;
}

/** What a verification found with shadow, live and stream at one sequence. */
export interface Report {
  readonly sequence: number;
  readonly clean: boolean;
  readonly events: readonly { type: string; version: number; count: number }[];
  readonly tables: readonly TableReport[];
  /** The first ones, in the order of the stream. */
  readonly differences: readonly Difference[];
  readonly tookMs: number;
}

export const mostDifferences = 20;

/** Collects differences; of each kind and table the first ones are kept. */
export class Differences {
  private readonly kept = new Map<string, Difference[]>();

  get any(): boolean {
    return this.kept.size > 0;
  }

  add(one: Difference): void {
    const key = `${one.table}/${one.between}`;
    const all = this.kept.get(key) ?? [];
    this.kept.set(key, all);
    if (all.length < mostDifferences) all.push(one);
  }

  /** The first ones in the order of the stream; of each kind and table one at least. */
  first(): Difference[] {
    const at = ({ sequence }: Difference) => sequence ?? Infinity;
    const inOrder = (one: Difference, other: Difference) => compare(at(one), at(other));
    const groups = [...this.kept.values()].map((all) => all.sort(inOrder));
    const heads = groups.map(([head]) => head!);
    const others = groups.flatMap(([, ...rest]) => rest).sort(inOrder);
    return [...heads, ...others.slice(0, mostDifferences - heads.length)].sort(inOrder);
  }
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
