import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { serviceNames } from '#libs/contracts';
import { openContainers } from './rules/containers.js';
import { textOf } from './rules/tree.js';

const file = textOf('docker-compose.yml');

describe('docker-compose.yml', () => {
  it('leaves no container open', () => {
    expect(openContainers(file)).toEqual([]);
  });

  it('runs every service of the house, the hub twice, and offers the command line', () => {
    const { services } = parse(file, { merge: true }) as {
      services: Record<string, { scale?: number; profiles?: string[] }>;
    };
    const others = ['keys', 'migrate', 'nats', 'postgres'];
    expect(Object.keys(services).sort()).toEqual([...serviceNames, ...others].sort());
    expect(services.hub!.scale).toBe(2);
    expect(services.ops!.profiles).toEqual(['tools']);
  });

  it.each([
    ['    user: postgres\n', '    user: root\n', 'postgres runs as root'],
    ['  read_only: true\n', '', 'hub may write its own file system'],
    ['cap_drop: [ALL]', 'cap_drop: [CHOWN]', 'hub keeps capabilities'],
    ["'no-new-privileges:true'", '', 'nats may gain privileges'],
    ['    mem_limit: 512m\n    shm_size', '    shm_size', 'postgres has no memory limit'],
    ['restart: unless-stopped', 'restart: always', 'cv has no restart policy'],
    ['  healthcheck:\n', '  labels:\n', 'website is never asked whether it is well'],
    ['max-size: 10m, ', '', 'letters keeps its log for ever'],
    ["['127.0.0.1:${PHOENIX_PORT", "['${PHOENIX_PORT", 'website is open to the network'],
    [
      'postgres://phoenix_hub@',
      'postgres://phoenix_hub:pw@',
      'hub has a password in its environment',
    ],
    ['POSTGRES_PASSWORD_FILE', 'POSTGRES_PASSWORD', 'postgres has a secret in its environment'],
    ['postgres:18', 'postgres', 'postgres has an image without a version'],
  ])('is refused with %j as %j', (right, wrong, fault) => {
    expect(file).toContain(right);
    expect(openContainers(file.replace(right, wrong))).toContain(fault);
  });
});

describe('the Dockerfile', () => {
  const lines = textOf('Dockerfile').split('\n');

  it('asks no registry for its own syntax, and does not run as root', () => {
    expect(lines.filter((line) => /^#\s*syntax/.test(line))).toEqual([]);
    expect(lines.findLast((line) => /^(FROM|USER) /.test(line))).toBe('USER node');
  });

  it('installs before it copies sources, so that a change of ours installs nothing', () => {
    const installs = lines.findIndex((line) => line.includes('npm ci'));
    const copies = lines.findIndex((line) => /^COPY (libs|services) /.test(line));
    expect(installs).toBeGreaterThan(-1);
    expect(copies).toBeGreaterThan(installs);
  });
});
