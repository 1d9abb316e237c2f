import { describe, expect, it } from '@jest/globals';
import { compose, containersOf, look } from './containers.js';

const services = ['nats', 'postgres', 'hub', 'letters', 'cv', 'projector', 'website'];

describe.each(services)('the container of %s', (service) => {
  const inside = (command: string) => compose('exec', '--no-TTY', service, 'sh', '-c', command);

  it('runs as nobody special, and can write nowhere but in /tmp and its volume', async () => {
    const [container] = await containersOf(service);
    expect(await inside('id -u')).not.toBe('0');
    expect(await inside('grep CapEff /proc/1/status')).toMatch(/\t0+$/);
    expect(await inside('grep NoNewPrivs /proc/1/status')).toMatch(/1$/);
    await expect(inside('echo > /here')).rejects.toThrow('Read-only file system');
    await expect(inside('echo > /keys/here')).rejects.toThrow('Read-only file system');
    expect(Number(await look(container!, '.HostConfig.Memory'))).toBeGreaterThan(0);
  });

  it('finds its own keys and no others', async () => {
    const own: Record<string, string> = {
      nats: 'public-keys.env',
      postgres: 'password',
      website: 'nats.nk\npgpass\nsigning-key.json',
    };
    expect(await inside('ls /keys')).toBe(own[service] ?? 'nats.nk\npgpass');
  });

  it('has no password in its environment', async () => {
    expect(await inside('env')).not.toMatch(/PASSWORD=|:[^@/\s]+@/);
  });
});
