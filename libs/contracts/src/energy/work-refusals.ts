/** What any paid work under a hold may refuse. */
export const workRefusals = [
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_FROZEN',
  'INSUFFICIENT_ENERGY',
  'PRICE_CHANGED',
  'IDEMPOTENCY_KEY_REUSED',
  'WORK_UNDER_WAY',
  'WORK_NOT_DONE',
  'DOCUMENT_NOT_FOUND',
] as const;
