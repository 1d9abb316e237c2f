const secretNames = [
  '(?:proxy-)?authorization',
  '(?:set-)?cookie',
  '(?:access|refresh|id)?[_-]?token',
  'password|passwd|passphrase',
  '(?:client[_-]?)?secret',
  '(?:x-)?(?:goog-)?(?:api|private|signing)[_-]?key',
].join('|');

/** The quotes of JSON that was quoted into a string n times have 2ⁿ − 1 backslashes before them. */
const memberStart = new RegExp(String.raw`(?<!\\)(\\*)"(?:${secretNames})\1"\s*:\s*`, 'gi');

/** The text with the value of each JSON member of a secret's name replaced, at any depth, also in JSON quoted into a string. */
export function hideSecretMembers(text: string, instead: string): string {
  let shown = '';
  let from = 0;
  for (const start of text.matchAll(memberStart)) {
    const valueAt = start.index + start[0].length;
    if (valueAt < from) continue;
    const end = endOfValue(text, valueAt, start[1]!.length);
    const value = text.slice(valueAt, end);
    if (value === '' || value === 'null' || value === 'true' || value === 'false') continue;
    const quote = `${start[1]}"`;
    shown += text.slice(from, valueAt) + quote + instead + quote;
    from = end;
  }
  return shown + text.slice(from);
}

/** Where the value ends; a text that only looks like JSON ends with the string that it stands in. */
function endOfValue(text: string, start: number, slashes: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === '"' || letter === '\\') {
      const string = endOfString(text, at, slashes);
      if (!string.closed || depth === 0) return string.end;
      at = string.end - 1;
    } else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && /[\s,]/.test(letter)) return at;
  }
  return text.length;
}

/** From an opening quote of this depth of quoting to behind its closing one. */
function endOfString(
  text: string,
  start: number,
  slashes: number,
): { end: number; closed: boolean } {
  const quotes = /(?<!\\)(\\*)"/g;
  quotes.lastIndex = start;
  const opening = quotes.exec(text);
  if (opening?.index !== start || opening[1]!.length !== slashes) {
    return { end: start, closed: false };
  }
  for (let quote = quotes.exec(text); quote; quote = quotes.exec(text)) {
    const before = quote[1]!.length;
    if (before < slashes) return { end: quote.index, closed: false };
    if (before % (2 * (slashes + 1)) === slashes) return { end: quotes.lastIndex, closed: true };
  }
  return { end: text.length, closed: false };
}
