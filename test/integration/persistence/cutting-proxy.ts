import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A TCP line to Postgres that is cut at the first COMMIT: before the server gets it, or before its answer comes back.
 * Or it stays open, and no answer comes back.
 */
export class CuttingProxy {
  cut: 'never' | 'before-commit' | 'after-commit' = 'never';
  silent = false;
  /** How many lines were cut at a COMMIT. */
  cuts = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(url: string): Promise<{ proxy: CuttingProxy; url: string }> {
    const target = new URL(url);
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (client) => proxy.join(client, target));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    target.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const proxied = target.href;
    const { host } = new URL(url);
    target.host = host;
    return { proxy, url: proxied };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, target: URL): void {
    const server = connect(Number(target.port), target.hostname);
    const both = [client, server];
    const drop = () => both.forEach((socket) => socket.destroy());
    for (const socket of both) this.sockets.add(socket.on('error', drop).on('close', drop));
    let mute = false;
    client.on('data', (bytes) => {
      const commits = bytes.includes('COMMIT') && this.cut !== 'never';
      if (commits) this.cuts += 1;
      if (commits && this.cut === 'before-commit') return drop();
      mute ||= commits;
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (mute) drop();
      else if (!this.silent) client.write(bytes);
    });
  }
}
