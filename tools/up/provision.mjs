import { join } from 'node:path';
import { projectRoot } from '../stack/project.mjs';
import { runQuietly } from '../stack/run-quietly.mjs';

/** @typedef {import('../stack/secrets.mjs').Secrets['services']} Passwords */

/** The administrator's address of the PostgreSQL that a service lives in: its own, if one is configured. */
export function adminUrlOf(
  /** @type {string} */ service,
  /** @type {string} */ defaultUrl,
  env = process.env,
) {
  const name = `PHOENIX_${service.toUpperCase()}_DATABASE_URL`;
  return env[name] ? administratorUrl(name, env[name]) : defaultUrl;
}

/**
 * Makes each service's schema and its two roles where they are missing, and returns each service's addresses.
 * @param {readonly string[]} services
 * @param {string} defaultUrl
 * @param {Passwords} passwords
 */
export async function provision(services, defaultUrl, passwords) {
  for (const [adminUrl, inhabitants] of groupByUrl(services, defaultUrl)) {
    await runQuietly(
      process.execPath,
      [join(projectRoot, 'dist', 'libs', 'persistence', 'src', 'provision-main.js')],
      {
        cwd: projectRoot,
        env: { ...process.env, DATABASE_URL: adminUrl },
        input: JSON.stringify(inhabitants.map((service) => ({ service, ...passwords[service] }))),
      },
    );
  }
  return Object.fromEntries(
    services.map((service) => {
      const adminUrl = adminUrlOf(service, defaultUrl);
      const { password, ownerPassword } = /** @type {Passwords[string]} */ (passwords[service]);
      return [
        service,
        {
          databaseUrl: as(adminUrl, `phoenix_${service}`, password),
          databaseOwnerUrl: as(adminUrl, `phoenix_${service}_owner`, ownerPassword),
        },
      ];
    }),
  );
}

/** A PostgreSQL address as somebody configured it; the database is `phoenix` unless it names another one. */
export function administratorUrl(/** @type {string} */ name, /** @type {string} */ text) {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Error(
      `${name} is no PostgreSQL address. Write postgres://administrator:password@host:5432/phoenix.`,
    );
  }
  const url = new URL(text);
  if (url.pathname.length <= 1) url.pathname = '/phoenix';
  return url.href;
}

function groupByUrl(/** @type {readonly string[]} */ services, /** @type {string} */ defaultUrl) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const service of services) {
    const url = adminUrlOf(service, defaultUrl);
    groups.set(url, [...(groups.get(url) ?? []), service]);
  }
  return groups;
}

function as(/** @type {string} */ url, /** @type {string} */ user, /** @type {string} */ password) {
  const address = new URL(url);
  address.username = user;
  address.password = password;
  return address.href;
}
