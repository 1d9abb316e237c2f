import { PhoenixError } from '#libs/contracts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** How deep lists and objects may be nested: what walks a value may recurse this far. */
export const deepestJson = 64;

/** Bytes of a value as plain JSON. */
export function encodeJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** The JSON object in a message body. Anything else is `INVALID_MESSAGE`, which says what it was instead. */
export function decodeObject(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) throw invalidBody('is empty; send a JSON object, {} at the least');
  if (isDeep(bytes)) throw invalidBody(`is nested deeper than ${deepestJson} levels`);
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalidBody(`is ${kindOf(value)}; send a JSON object`);
  }
  return value as Record<string, unknown>;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strictUtf8.decode(bytes));
  } catch (error) {
    throw invalidBody(error instanceof SyntaxError ? 'is not valid JSON' : 'is not valid UTF-8');
  }
}

/** `INVALID_MESSAGE` for a message that is wrong as a whole, or in one named part. */
export function invalidBody(problem: string, field = ''): PhoenixError<'INVALID_MESSAGE'> {
  return new PhoenixError('INVALID_MESSAGE', `The message ${problem}.`, {
    issues: [{ field, problem }],
  });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

const quote = 0x22;
const backslash = 0x5c;

/** True for JSON nested deeper than that: counts open brackets outside of strings, before anything is parsed. */
export function isDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (inString) {
      if (byte === backslash) i += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      if (depth > deepestJson) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}

/** The value of a JSON text, or of its bytes; undefined when it is none. */
export function tryJson(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : strictUtf8.decode(text)) as unknown;
  } catch {
    return undefined;
  }
}
