const mostLines = 200;

/** Files that may be longer, with the reason. */
export const longForAReason: Readonly<Record<string, string>> = {};

export function longFiles(files: Iterable<readonly [path: string, text: string]>): string[] {
  return [...files]
    .map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > mostLines && !longForAReason[path])
    .map(
      ({ path, lines }) => `${path} has ${lines} lines: split it by idea, ${mostLines} at most.`,
    );
}
