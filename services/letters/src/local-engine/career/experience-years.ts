import type { ProfileReading } from '#libs/career-french';

/** Years of work that the profile dates, overlapping years once; `thisYear` ends what lasts. Undefined when nothing is dated. */
export function experienceYears(
  { experiences }: ProfileReading,
  thisYear: number | undefined,
): number | undefined {
  const years = new Set<number>();
  for (const { period } of experiences) {
    const to = period?.lasting ? thisYear : period?.to;
    if (!period || to === undefined) continue;
    for (let year = period.from; year < Math.max(to, period.from + 1); year += 1) years.add(year);
  }
  return years.size > 0 ? years.size : undefined;
}
