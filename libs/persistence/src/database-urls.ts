import { ownerRole, runTimeRole, type StoringService } from './roles.js';

export interface ServiceCredentials {
  readonly service: StoringService;
  readonly ownerPassword: string;
  readonly password: string;
}

/** The name of the database where the URL names none. */
export const defaultDatabase = 'phoenix';

/** What a service process needs in its environment to reach its own schema, and nothing else. */
export function databaseUrls(adminUrl: string, credentials: ServiceCredentials) {
  const { service, ownerPassword, password } = credentials;
  return {
    DATABASE_URL: urlOf(adminUrl, runTimeRole(service), password),
    DATABASE_OWNER_URL: urlOf(adminUrl, ownerRole(service), ownerPassword),
  };
}

/** The database that a URL names. */
export function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1)) || defaultDatabase;
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

function urlOf(adminUrl: string, role: string, password: string): string {
  const url = new URL(withDatabase(adminUrl, databaseOf(adminUrl)));
  url.username = role;
  // The setter leaves % alone, so that a password holding one would be decoded into another.
  url.password = encodeURIComponent(password);
  return url.href;
}
