/** Addresses without credentials, and the credentials that the first of them carried. */
export interface ServerAddresses {
  readonly addresses: string[];
  readonly user?: string;
  readonly pass?: string;
  readonly token?: string;
}

const form = /^(?<scheme>[a-z]+:\/\/)?(?:(?<credentials>.*)@)?(?<host>[^@]+)$/i;

/**
 * Takes `nats://user:password@host` and `nats://token@host` apart, with a scheme or without: the client library
 * ignores credentials in an address, and an address without them may be logged.
 */
export function serverAddresses(servers: readonly string[]): ServerAddresses {
  const parts = servers.map((server) => form.exec(server)?.groups ?? { host: server });
  const addresses = parts.map(({ scheme = '', host = '' }) => scheme + host);
  const credentials = parts.find((part) => part.credentials)?.credentials;
  if (!credentials) return { addresses };
  const [name = '', ...rest] = credentials.split(':');
  if (rest.length === 0) return { addresses, token: decodeURIComponent(name) };
  return { addresses, user: decodeURIComponent(name), pass: decodeURIComponent(rest.join(':')) };
}
