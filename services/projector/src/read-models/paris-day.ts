const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The day in Paris of an instant, as `2026-03-29`. By the rule of the European Union, in force since 1996, and not by
 * the time zones that a machine knows: a replay on another machine comes out the same (R23).
 */
export function parisDay(instant: string): string {
  const at = Date.parse(instant);
  const year = new Date(at).getUTCFullYear();
  const summer = at >= clocksChange(year, 2) && at < clocksChange(year, 9);
  return new Date(at + (summer ? 2 : 1) * hourMs).toISOString().slice(0, 10);
}

/** One o'clock UTC on the last Sunday of March (2) or of October (9). */
function clocksChange(year: number, month: 2 | 9): number {
  const lastDay = Date.UTC(year, month, 31, 1);
  return lastDay - new Date(lastDay).getUTCDay() * dayMs;
}
