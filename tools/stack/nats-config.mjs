/**
 * nats-server's configuration of a local stack: reachable from this machine only,
 * every acknowledged message on disk first unless `syncInterval` says otherwise.
 * @param {{ name: string, port: number, dataDir: string, monitorPort?: number, syncInterval?: string,
 *   extraConfig?: string }} options
 */
export function natsConfig(options) {
  const { name, port, dataDir, monitorPort, syncInterval = 'always', extraConfig = '' } = options;
  return `server_name: ${quoted(name)}
listen: "127.0.0.1:${port}"
${monitorPort ? `http: "127.0.0.1:${monitorPort}"\n` : ''}max_payload: 8MB
max_pending: 256MB
jetstream {
  store_dir: ${quoted(dataDir)}
  sync_interval: ${syncInterval}
}
${extraConfig}
`;
}

function quoted(/** @type {string} */ text) {
  return JSON.stringify(text);
}
