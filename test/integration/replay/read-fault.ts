/** What a reader of a user's history was answered: a user with 100 points who spends five at a time. */
export interface ReadHistory {
  readonly version: number;
  readonly lines: readonly { readonly version: number; readonly balance: number }[];
}

/** What is wrong with an answer, given the version that this reader was told before; undefined when nothing is. */
export function readFault({ version, lines }: ReadHistory, before: number): string | undefined {
  const versions = lines.map((line) => line.version);
  if (version < before) return `version ${version} after ${before}`;
  if (version > 1 && (versions[0] ?? 1) < version) return 'lines end too early';
  if (versions.some((one, n) => one !== versions[0]! - n)) return `holes: ${versions.join()}`;
  if (version > 1 && versions.at(-1) !== 2) return `lines begin at ${versions.at(-1)}`;
  const wrong = lines.find((line) => line.balance !== 100 - 5 * (line.version - 2));
  return wrong && `version ${wrong.version} has balance ${wrong.balance}`;
}
