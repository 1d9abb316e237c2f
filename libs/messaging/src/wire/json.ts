import { PhoenixError } from '#libs/contracts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const utf8 = new TextEncoder();

/** Bytes of a value as plain JSON. */
export function encodeJson(value: unknown): Uint8Array {
  return utf8.encode(JSON.stringify(value));
}

/** The JSON object in a message body. Anything else is `INVALID_MESSAGE`, which says what it was instead. */
export function decodeObject(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) throw notAnObject('is empty; send a JSON object, {} at the least');
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw notAnObject(`is ${kindOf(value)}; send a JSON object`);
  }
  return value as Record<string, unknown>;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strictUtf8.decode(bytes));
  } catch (error) {
    throw notAnObject(error instanceof SyntaxError ? 'is not valid JSON' : 'is not valid UTF-8');
  }
}

function notAnObject(problem: string): PhoenixError<'INVALID_MESSAGE'> {
  return new PhoenixError('INVALID_MESSAGE', `The message body ${problem}.`, {
    issues: [{ field: '', problem }],
  });
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
