/** So many milliseconds from now, or less where whoever waits goes away before. */
export class TimeLimit {
  /** Aborted at the limit, or with the caller. */
  readonly signal: AbortSignal;
  private readonly limit: AbortSignal;
  private readonly end: number;

  constructor(
    ms: number,
    private readonly caller: AbortSignal | undefined,
  ) {
    this.end = performance.now() + ms;
    this.limit = AbortSignal.timeout(Math.max(0, Math.floor(ms)));
    this.signal = caller ? AbortSignal.any([this.limit, caller]) : this.limit;
  }

  get leftMs(): number {
    return this.end - performance.now();
  }

  /** True when time ran out while somebody still waits. */
  get over(): boolean {
    return this.limit.aborted && !this.caller?.aborted;
  }
}
