import { createHmac, createPublicKey, randomUUID, type JsonWebKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buckets } from '#libs/contracts';
import { fillBucket, TokenSigner, type Connection } from '#libs/messaging';
import { TestIdentities, type TestStack } from '#libs/testing';

export interface BadToken {
  readonly name: string;
  /** Why it is refused. */
  readonly reason: 'malformed' | 'expired' | 'unknown-key' | 'revoked';
  readonly make: (stack: TestStack, userId: string) => Promise<string>;
}

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;
const claims = (sub: string) => ({ iss: 'phoenix', sub, sid: randomUUID(), exp: inAnHour() });

/** What a forger would write who knows everything but the private key. */
function forged(alg: string, { identities }: TestStack, userId: string): string {
  const header = { alg, typ: 'at+jwt', kid: identities.signer.keyId };
  return `${part(header)}.${part({ ...claims(userId), staff: true })}`;
}

const signedWith = (secret: (publicKey: JsonWebKey) => string | Buffer) =>
  function hs256(stack: TestStack, userId: string): Promise<string> {
    const unsigned = forged('HS256', stack, userId);
    const key = secret(stack.identities.signer.publicKey as JsonWebKey);
    const signature = createHmac('sha256', key).update(unsigned).digest('base64url');
    return Promise.resolve(`${unsigned}.${signature}`);
  };

const pemOf = (key: JsonWebKey) =>
  createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' });

/** Signed with another installation's key, under the name of ours when `named` says so. */
async function byAnother(userId: string, named?: string): Promise<string> {
  const stranger = await TestIdentities.make();
  const key = JSON.parse(await readFile(stranger.signingKeyFile, 'utf8')) as { kid: string };
  await stranger.remove();
  const signer = await TokenSigner.fromKey({ ...key, kid: named ?? key.kid });
  return signer.sign({ userId, staff: true }, 3_600);
}

const websites = new WeakMap<TestStack, Promise<Connection>>();

/** The website ends sessions; one connection in its name for all of them. */
function asWebsite(stack: TestStack): Promise<Connection> {
  const connection = websites.get(stack) ?? stack.connectAs('website');
  websites.set(stack, connection);
  return connection;
}

async function ofEndedSession(stack: TestStack, userId: string): Promise<string> {
  const sessionId = randomUUID();
  const connection = await asWebsite(stack);
  const ended = [{ key: sessionId, value: new Date(Date.now() + 3_600_000).toISOString() }];
  const read = () => Promise.resolve(ended);
  await fillBucket({ connection, bucket: buckets.revokedSessions, read });
  return stack.identities.token(userId, { sessionId });
}

/** The signature is that of another user's token. */
async function aboutAnother({ identities }: TestStack, userId: string): Promise<string> {
  const [header, , signature] = (await identities.token(randomUUID())).split('.');
  return `${header}.${part(claims(userId))}.${signature}`;
}

/** Every way to be wrong that is tried on every contract and every route. */
export const badTokens: readonly BadToken[] = [
  {
    name: 'an expired token',
    reason: 'expired',
    make: ({ identities }, userId) => identities.token(userId, { lifetimeSeconds: -10 }),
  },
  {
    name: 'the key of another installation',
    reason: 'unknown-key',
    make: (_, id) => byAnother(id),
  },
  {
    name: 'another key under the name of ours',
    reason: 'malformed',
    make: ({ identities }, id) => byAnother(id, identities.signer.keyId),
  },
  {
    name: 'alg none',
    reason: 'malformed',
    make: (stack, id) => Promise.resolve(`${forged('none', stack, id)}.`),
  },
  { name: 'HS256 with the public key’s PEM', reason: 'malformed', make: signedWith(pemOf) },
  {
    name: 'HS256 with the public JWK',
    reason: 'malformed',
    make: signedWith((key) => JSON.stringify(key)),
  },
  {
    name: 'HS256 with the public key’s bytes',
    reason: 'malformed',
    make: signedWith(({ x }) => Buffer.from(x!, 'base64url')),
  },
  { name: 'claims that were not signed', reason: 'malformed', make: aboutAnother },
  {
    name: 'the code of a sign-in link',
    reason: 'malformed',
    make: ({ identities }, userId) => identities.signer.signInCode({ userId, staff: true }, 600),
  },
  { name: 'junk', reason: 'malformed', make: () => Promise.resolve('junk') },
  { name: 'a session that was ended', reason: 'revoked', make: ofEndedSession },
];
