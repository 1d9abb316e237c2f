/** `expected_cost` is `expectedCost` in code. */
export type Camel<Key> = Key extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Key;

/** The same value with every key in camel case. */
export type CamelKeys<T> = T extends readonly (infer Item)[]
  ? CamelKeys<Item>[]
  : T extends object
    ? { [Key in keyof T as Camel<Key>]: CamelKeys<T[Key]> }
    : T;

export function toSnakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function toCamelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

/** Every key at any depth in snake case; values, whatever a person wrote in them, stay as they are. */
export function withSnakeKeys(value: unknown): unknown {
  return withKeys(value, toSnakeCase);
}

/** Every key at any depth in camel case; takes back what `withSnakeKeys` did. */
export function withCamelKeys<T>(value: T): CamelKeys<T> {
  return withKeys(value, toCamelCase) as CamelKeys<T>;
}

function withKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeys(item, rename));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [rename(key), withKeys(item, rename)]));
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
