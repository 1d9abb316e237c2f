/** Every variable that some part of Phoenix reads. A shared shell may carry other services' names: none of these is an unknown one. */
export const knownVariables: readonly string[] = [
  'PHOENIX_AI_ENGINES',
  'PHOENIX_BOOKS_SECONDS',
  'PHOENIX_DATA_FOLDERS',
  'PHOENIX_ENV',
  'PHOENIX_FAILPOINTS',
  'PHOENIX_HOME',
  'PHOENIX_INSTANCE',
  'PHOENIX_LOG_FORMAT',
  'PHOENIX_LOG_LEVEL',
  'PHOENIX_PORT',
  'PHOENIX_SIGNING_KEY_FILE',
  'PHOENIX_SITE_URL',
  'PHOENIX_STREAM_MAX_BYTES',
  'PHOENIX_STREAM_REPLICAS',
  'PHOENIX_CV_DATABASE_URL',
  'PHOENIX_HUB_DATABASE_URL',
  'PHOENIX_LETTERS_DATABASE_URL',
  'PHOENIX_PROJECTOR_DATABASE_URL',
  'PHOENIX_WEBSITE_DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_URL',
  'GOOGLE_API_KEY',
  'GOOGLE_API_URL',
  'HOST',
  'NATS_NKEY_SEED_FILE',
  'NATS_SERVER',
  'NATS_URL',
  'PORT',
];

/** Wrong names that people do write, too far from the right one for the edit distance; a slip in one of them is known too. */
export const knownMistakes: Readonly<Record<string, string>> = {
  GEMINI_API_KEY: 'GOOGLE_API_KEY',
  GOOGLE_AI_API_KEY: 'GOOGLE_API_KEY',
  GOOGLE_GENERATIVE_AI_API_KEY: 'GOOGLE_API_KEY',
  POSTGRES_URL: 'DATABASE_URL',
};
