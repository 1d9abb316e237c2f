import { buckets } from '#libs/contracts';
import { fillBucket, TokenSigner } from '#libs/messaging';

/**
 * Tells services whose tokens are good, as the website does where it runs.
 * @param {import('#libs/messaging').Connection} connection
 * @param {string} signingKeyFile
 */
export async function publishIdentity(connection, signingKeyFile) {
  const { keyId, publicKey } = await TokenSigner.fromFile(signingKeyFile);
  const key = { key: keyId, value: JSON.stringify(publicKey) };
  await fillBucket({ connection, bucket: buckets.tokenKeys, read: async () => [key] });
  await fillBucket({ connection, bucket: buckets.revokedSessions, read: async () => [] });
}
