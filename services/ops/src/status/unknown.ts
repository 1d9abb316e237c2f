/** What was asked and could not be told, in the words of whoever failed. */
export interface Unknown {
  readonly unknown: string;
}

export function isUnknown(told: object | null): told is Unknown {
  return told !== null && 'unknown' in told;
}

export function unknown(error: unknown): Unknown {
  return { unknown: error instanceof Error ? error.message : String(error) };
}
