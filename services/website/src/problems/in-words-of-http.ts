import type { PhoenixError } from '#libs/contracts';
import { idempotencyHeader } from '../wire/idempotency-key.js';
import { toSnakeCase } from '../wire/key-case.js';

/** The details of an error, with the fields that it names called as HTTP calls them. */
export function inWordsOfHttp(error: PhoenixError): PhoenixError['details'] {
  if (error.is('NO_FREE_DRAFT')) {
    return { ...error.details, field: fieldOverHttp(error.details.field) };
  }
  if (!error.is('INVALID_MESSAGE')) return error.details;
  const issues = error.details.issues.map(({ field, problem }) => ({
    field: fieldOverHttp(field),
    problem,
  }));
  return { issues };
}

const otherNames: Readonly<Record<string, string>> = {
  idempotencyKey: idempotencyHeader,
  onBehalfOf: 'user_id',
  [idempotencyHeader]: idempotencyHeader,
};

function fieldOverHttp(field: string): string {
  return otherNames[field] ?? toSnakeCase(field);
}
