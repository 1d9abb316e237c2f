const someUser = '11111111-1111-4111-8111-111111111111';

/**
 * Three commands for a first look at a running stack; README shows the same.
 * @param {string} websiteUrl
 * @param {string} [home] PHOENIX_HOME, when it is not the default
 */
export function tryIt(websiteUrl, home) {
  const where = home ? `PHOENIX_HOME=${home} ` : '';
  return [
    `TOKEN=$(${where}npm run -s phoenix -- token --user ${someUser})`,
    `curl -s -H "authorization: Bearer $TOKEN" ${websiteUrl}/api/luna/energy/balance`,
    [
      `curl -s -X POST -H "authorization: Bearer $TOKEN" -H "content-type: application/json"`,
      `-H "idempotency-key: $(node -p 'crypto.randomUUID()')" -d '{"action":"conseil_rapide"}'`,
      `${websiteUrl}/api/luna/energy/consume`,
    ].join(' '),
  ];
}
