import type { ReplayRun } from '#libs/contracts';

/** What the differences of a verification mean, and what helps; undefined where nothing differs, or it was a dry run. */
export function verdictOf({ report, kind, model }: ReplayRun): string | undefined {
  if (!report || report.clean || kind === 'dry-run') return undefined;
  const between = new Set(report.differences.map((one) => one.between));
  const cutOver = `\`npm run phoenix -- replay cutover --model ${model} --force "<why>"\``;
  if (between.has('shadow and stream'))
    return `The new build is not what the stream tells: its definition has a bug. Do not cut over; mend it, and begin anew after \`npm run phoenix -- replay abort --model ${model}\`.`;
  if (between.has('live and stream'))
    return `The new build is what the stream tells; what is read now is not. ${cutOver} has the new one read.`;
  return `The stream contradicts neither. If the definition was changed so on purpose, or rows were by hand, ${cutOver} has the new build read.`;
}
