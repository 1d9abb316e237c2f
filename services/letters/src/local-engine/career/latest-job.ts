import type { Experience, ProfileReading } from '#libs/career-french';

/** The job that lasts, or else the one that began last; undated ones come after those with years. */
export function latestJob({ experiences }: ProfileReading): Experience | undefined {
  const begun = ({ period }: Experience) =>
    period ? period.from + (period.lasting ? 10_000 : 0) : 0;
  return experiences.toSorted((a, b) => begun(b) - begun(a))[0];
}
