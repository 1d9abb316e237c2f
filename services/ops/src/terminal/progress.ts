/** How far something is: so many of so many, which may grow meanwhile. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly unit: string;
}

const width = 24;
/** The rate is that of the last seconds: what came before says little of what is to come. */
const lookBackMs = 10_000;

/** Words and a bar for how far something is, with its rate and the time that is left. */
export class ProgressBar {
  private readonly seen: { readonly atMs: number; readonly done: number }[] = [];

  /** The line at a moment. */
  line({ done, all, unit }: Progress, nowMs: number): string {
    this.seen.push({ atMs: nowMs, done });
    while (this.seen.length > 2 && this.seen[0]!.atMs < nowMs - lookBackMs) this.seen.shift();
    const share = all > 0 ? Math.min(1, Math.max(0, done / all)) : 1;
    const filled = Math.floor(share * width);
    const bar = `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
    const rate = this.rate();
    const left = rate > 0 && done < all ? `, ${spoken((all - done) / rate)} left` : '';
    const speed = rate > 0 ? `, ${grouped(Math.round(rate))} a second${left}` : '';
    return `${bar} ${grouped(done)} of ${grouped(all)} ${unit} (${Math.floor(100 * share)} %)${speed}`;
  }

  /** A second; 0 until something has moved. */
  private rate(): number {
    const [first, last] = [this.seen[0]!, this.seen.at(-1)!];
    const seconds = (last.atMs - first.atMs) / 1_000;
    return seconds > 0 ? Math.max(0, (last.done - first.done) / seconds) : 0;
  }
}

function spoken(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
