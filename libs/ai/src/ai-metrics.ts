import { counter, histogram } from '#libs/telemetry';

/** Each call of a provider, with how it ended: `ok`, or the reason of its failure. */
export const aiCalls = counter(
  'phoenix_ai_calls_total',
  'Calls of AI providers, by how they ended.',
  ['provider', 'outcome'],
);

export const aiTokens = counter('phoenix_ai_tokens_total', 'Tokens that AI providers counted.', [
  'provider',
  'direction',
]);

export const aiSeconds = histogram(
  'phoenix_ai_call_seconds',
  'How long calls of AI providers took.',
  ['provider'],
  [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 40, 60, 120],
);
