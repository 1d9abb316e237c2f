/** The key-value buckets of the house, in NATS; what is in them is written by one service from its own tables. */
export const buckets = {
  /** Public keys that access tokens are signed with: key id → JWK. */
  tokenKeys: 'PHOENIX_TOKEN_KEYS',
  /** Sessions whose tokens are refused: session id → when its last token expires (ISO 8601). */
  revokedSessions: 'PHOENIX_REVOKED_SESSIONS',
} as const;

export type BucketName = (typeof buckets)[keyof typeof buckets];
