import { PhoenixError } from '#libs/contracts';
import { ConfigError, hideSecrets } from '#libs/telemetry';
import { OpsError } from './ops-error.js';

/** An error as a person reads it: what is wrong and what to do, without a stack unless `verbose`. */
export function explain(error: unknown, verbose: boolean): string {
  const stack = verbose && error instanceof Error && error.stack ? `\n${error.stack}` : '';
  return hideSecrets(`${sentences(error)}${stack}`);
}

function sentences(error: unknown): string {
  if (error instanceof OpsError || error instanceof ConfigError) return error.message;
  if (error instanceof PhoenixError) return `${error.message} ${nextStep(error)}`.trimEnd();
  const message = error instanceof Error ? error.message : String(error);
  return `It did not work: ${message.replace(/\.?$/, '.')} The same command with --verbose says where.`;
}

const lookFirst =
  'Whether it was done is not known: look with `npm run phoenix -- tail --no-follow --user <uuid>` before you do it again.';

/** Empty where the refusal has said it all. */
function nextStep(error: PhoenixError): string {
  if (error.is('INVALID_MESSAGE'))
    return error.details.issues.map(({ field, problem }) => `${field} ${problem}.`).join(' ');
  if (error.kind === 'refusal') return '';
  const unknown = 'outcome' in error.details && error.details.outcome === 'unknown';
  const whoAnswers = '`npm run phoenix -- status` says which services answer.';
  return unknown ? `${lookFirst} ${whoAnswers}` : whoAnswers;
}
