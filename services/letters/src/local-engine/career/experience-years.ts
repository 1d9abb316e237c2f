import type { ProfileReading } from '#libs/career-french';

/** Years of work that the profile dates, overlapping years once, or says in words (« 11 ans ») where that is more; `thisYear` ends what lasts. Undefined when nothing is dated. */
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
  const most = Math.max(years.size, ...experiences.map(({ duration }) => inFigures(duration)));
  return most > 0 ? most : undefined;
}

const NUMBERS: Record<string, number> = {
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9 },
  ...{ dix: 10, douze: 12, quinze: 15, vingt: 20 },
};

/** Years of `11 ans`, `cinq années`; months are no year. */
function inFigures(duration = ''): number {
  const number = /(\d{1,2}|\p{L}+) an/iu.exec(duration)?.[1]?.toLowerCase() ?? '';
  return NUMBERS[number] ?? (Number(number) || 0);
}
