/** `entryId` is `entry_id` over HTTP. */
type Snake<Key extends string> = Key extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Key;

/** A value as the edge writes it in JSON: every key in snake case. */
export type SnakeKeys<T> = T extends readonly (infer Item)[]
  ? SnakeKeys<Item>[]
  : T extends object
    ? { [Key in keyof T as Key extends string ? Snake<Key> : Key]: SnakeKeys<T[Key]> }
    : T;
