/** An hour of looks, two seconds apart; later ones are left out while nothing moves on. */
const mostKept = 1_800;

/** Where the end of the stream was at each look, so that it can be told for how long a place has been behind. */
export class StreamEnds {
  private readonly seen: { readonly end: number; readonly atMs: number }[] = [];

  /** The end of the stream at a moment. A stream that is shorter than before is another one. */
  add(end: number, atMs: number): void {
    const before = this.seen.at(-1)?.end ?? 0;
    if (end < before) this.seen.length = 0;
    if (end === before || this.seen.length >= mostKept) return;
    this.seen.push({ end, atMs });
  }

  /** For how many seconds the stream has held something after this sequence; 0 when it does not. */
  secondsBehind(sequence: number, nowMs: number): number {
    const first = this.seen.find(({ end }) => end > sequence);
    return first ? Math.max(0, (nowMs - first.atMs) / 1_000) : 0;
  }

  /** Nobody is at or before this sequence any more. */
  forgetUpTo(sequence: number): void {
    const keep = this.seen.findIndex(({ end }) => end > sequence);
    this.seen.splice(0, keep === -1 ? this.seen.length - 1 : keep);
  }
}
