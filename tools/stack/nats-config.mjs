/**
 * nats-server's configuration of a local stack: reachable from this machine only,
 * every acknowledged message on disk first.
 * @param {{ name: string, port: number, dataDir: string, monitorPort?: number, extraConfig?: string }} options
 */
export function natsConfig({ name, port, dataDir, monitorPort, extraConfig = '' }) {
  return `server_name: ${quoted(name)}
listen: "127.0.0.1:${port}"
${monitorPort ? `http: "127.0.0.1:${monitorPort}"\n` : ''}max_payload: 8MB
max_pending: 256MB
jetstream {
  store_dir: ${quoted(dataDir)}
  sync_interval: always
}
${extraConfig}
`;
}

function quoted(/** @type {string} */ text) {
  return JSON.stringify(text);
}
