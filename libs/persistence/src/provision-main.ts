import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { serviceNames } from '#libs/contracts';
import { hideSecrets } from '#libs/telemetry';
import { reasonOf } from './postgres-errors.js';
import { provision } from './provision.js';

// Run as a program: DATABASE_URL is the administrator's address, standard input the services and their passwords.
const password = z.string().min(1);
const services = z.array(
  z.object({
    service: z.enum(serviceNames).exclude(['ops']),
    ownerPassword: password,
    password,
  }),
);

try {
  const adminUrl = process.env.DATABASE_URL?.trim();
  if (!adminUrl || !URL.canParse(adminUrl)) {
    throw new Error('DATABASE_URL must be the address of an administrator, postgres://…/phoenix.');
  }
  await provision(adminUrl, parse(await text(process.stdin)));
} catch (error) {
  process.stderr.write(`The database could not be prepared: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
}

function parse(input: string): z.output<typeof services> {
  try {
    return services.parse(JSON.parse(input));
  } catch {
    throw new Error(
      'Standard input must be a JSON array of objects with service, ownerPassword and password.',
    );
  }
}

/** Errors with a code are the driver's, and say nothing of what to do. */
function sentenceOf(error: unknown): string {
  const reason = hideSecrets(reasonOf(error).replaceAll('\n', ' ').replace(/\.$/, ''));
  if (!(error instanceof Error && 'code' in error)) return `${reason}.`;
  return `${reason}. Check that DATABASE_URL names a running Postgres and an administrator.`;
}
