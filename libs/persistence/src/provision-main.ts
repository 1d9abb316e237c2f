import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { serviceNames } from '#libs/contracts';
import { hideSecrets } from '#libs/telemetry';
import { reasonOf } from './postgres-errors.js';
import { provision } from './provision.js';

// Run as a program: DATABASE_URL is the administrator's address, standard input the services and their passwords.
const form = '[{"service": "hub", "ownerPassword": "…", "password": "…"}, …]';
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
    throw new Error('DATABASE_URL must be postgres://administrator:password@host:5432/phoenix.');
  }
  await provision(adminUrl, parse(await text(process.stdin)));
} catch (error) {
  const sentence = reasonOf(error).replace(/\.?$/, '.').replaceAll('\n', ' ');
  process.stderr.write(`The database could not be prepared: ${hideSecrets(sentence)}\n`);
  process.exitCode = 1;
}

function parse(input: string): z.output<typeof services> {
  try {
    return services.parse(JSON.parse(input));
  } catch {
    throw new Error(`Standard input must be JSON of the form ${form}.`);
  }
}
