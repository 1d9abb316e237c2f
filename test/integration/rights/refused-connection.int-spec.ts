import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outsideServices, serviceNames } from '#libs/contracts';
import { Connection } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { eventually, TestStack } from '#libs/testing';
import { ensureNkeys, findNatsServer } from '../../../tools/stack/index.mjs';

const run = promisify(execFile);

describe('a connection that NATS refuses something', () => {
  let stack: TestStack;
  let folder: string;
  let connection: Connection;
  const lines: { level: string; msg: string }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'phoenix-nkeys-'));
    stack = await TestStack.start();
    connection = await open(stack.broker.seedFile('letters'));
  });
  afterAll(async () => {
    await connection?.close();
    await stack?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function open(seedFile: string, withinMs = 20_000): Promise<Connection> {
    const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
    const level = 'warn' as const;
    const log = createLog({
      service: 'letters',
      instance: 'x',
      level,
      format: 'json',
      destination,
    });
    const servers = [stack.broker.url];
    return Connection.open({
      servers,
      caller: 'letters',
      name: 'x',
      seedFile,
      log,
      withinMs,
    });
  }

  it('fails a request at once, as an error of ours, and says once in the log which subject it was', async () => {
    const subject = 'phoenix.query.energy.get-balance.hub';
    for (const _time of [1, 2]) {
      const asked = connection.inbox.request(subject, new Uint8Array(), { timeoutMs: 60_000 });
      await expect(asked).rejects.toMatchObject({ code: 'INTERNAL', kind: 'bug' });
    }
    const said = lines.filter(({ msg }) => msg.includes(subject));
    expect(said).toHaveLength(1);
    expect(said[0]!.msg).toMatch(/^NATS does not let letters publish to .*npm run generate/);
    expect(connection.refused).toBeNull();
  });

  it('says that it cannot hear what it should', async () => {
    connection.nats.subscribe('phoenix.command.cv.verify.*', { queue: 'cv', callback: () => {} });
    await eventually(() => connection.refused !== null);
    expect(connection.refused).toContain('NATS does not let letters listen to phoenix.command.cv');
  });

  it('names the file and the public key when the server does not take the credential', async () => {
    const { seedFiles, publicKeys } = await ensureNkeys(folder, ['stranger']);
    const file = seedFiles.stranger!;
    const key = publicKeys.PHOENIX_NKEY_STRANGER!;
    await expect(open(file, 5_000)).rejects.toThrow(
      `does not take the credential of letters (${file}): its configuration must name the public key ${key}`,
    );
  });

  it('names the file when there is no seed in it', async () => {
    const file = join(folder, 'nats-public-keys.env');
    await expect(open(file)).rejects.toThrow(`The NATS credential in ${file}`);
    await expect(open(join(folder, 'none.nk'))).rejects.toThrow('none.nk');
  });

  it('R21: the containers’ server takes its configuration, with every credential from its environment', async () => {
    const names = [...serviceNames, ...outsideServices.map(({ name }) => name)];
    const { publicKeys } = await ensureNkeys(folder, names);
    const binary = await findNatsServer();
    const check = (env: Record<string, string>) =>
      run(binary, ['-t', '-c', 'deploy/nats/nats-server.conf'], { env });
    expect((await check(publicKeys)).stderr).toContain('is valid');
    const { PHOENIX_NKEY_HUB: _left, ...without } = publicKeys;
    await expect(check(without)).rejects.toThrow(/PHOENIX_NKEY_HUB/);
  });
});
