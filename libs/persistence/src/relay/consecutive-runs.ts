export interface Run {
  readonly firstSequence: number;
  readonly rowIds: number[];
}

/** Rows whose sequences follow one another, together: a whole chunk that was taken as one batch is one run. */
export function consecutiveRuns(
  rowIds: readonly number[],
  sequences: readonly number[],
): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, rowId] of rowIds.entries()) {
    const sequence = sequences[index]!;
    const run = runs.at(-1);
    if (run && run.firstSequence + run.rowIds.length === sequence) run.rowIds.push(rowId);
    else runs.push({ firstSequence: sequence, rowIds: [rowId] });
  }
  return runs;
}
