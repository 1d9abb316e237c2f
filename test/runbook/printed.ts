const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/;
const figure = /\d[\d,.]*\d|\d/;
const varies = new RegExp(
  `(?<uuid>${uuid.source})|(?<instant>${instant.source})|(?<figure>${figure.source})|(?<rest>…)|(?<gap>\\s+)`,
  'g',
);

/** The line of the page as a pattern: figures, identifiers and times are of the day, `…` is anything. */
export function patternOf(line: string): RegExp {
  let source = '';
  let at = 0;
  for (const match of line.matchAll(varies)) {
    source += escaped(line.slice(at, match.index));
    const { uuid: id, instant: time, figure: number, rest } = match.groups!;
    if (id) source += uuid.source;
    else if (time) source += instant.source;
    else if (number) source += `(?:${figure.source})`;
    else source += rest ? '.*' : '\\s+';
    at = match.index + match[0].length;
  }
  return new RegExp(source + escaped(line.slice(at)));
}

/** The first line of the page that was not printed, the lines before it having come in their order; undefined when all were. */
export function notPrinted(page: readonly string[], printed: string): string | undefined {
  const said = printed.split('\n');
  let from = 0;
  for (const line of page) {
    const pattern = patternOf(line.trim());
    const found = said.findIndex((one, n) => n >= from && pattern.test(one));
    if (found === -1) return line;
    from = found + 1;
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
