import { describe, expect, it } from '@jest/globals';
import type { ProjectorConfig } from './projector-service.js';
import { projectorService } from './projector-service.js';

const environment = {
  NATS_URL: 'nats://127.0.0.1:4222',
  NATS_NKEY_SEED_FILE: '/nats-projector.nk',
  DATABASE_URL: 'postgres://phoenix_projector:p@127.0.0.1/phoenix',
  DATABASE_OWNER_URL: 'postgres://phoenix_projector_owner:p@127.0.0.1/phoenix',
};

describe('projectorService', () => {
  it('keeps up to 4 GiB of events on one server unless told otherwise', () => {
    const config = projectorService(environment).config as ProjectorConfig;
    expect(config.PHOENIX_STREAM_MAX_BYTES).toBe(4_294_967_296);
    expect(config.PHOENIX_STREAM_REPLICAS).toBe(1);
  });

  it('takes a size in bytes and a number of servers', () => {
    const more = { PHOENIX_STREAM_MAX_BYTES: '1048576', PHOENIX_STREAM_REPLICAS: '3' };
    const config = projectorService({ ...environment, ...more }).config as ProjectorConfig;
    expect(config.PHOENIX_STREAM_MAX_BYTES).toBe(1_048_576);
    expect(config.PHOENIX_STREAM_REPLICAS).toBe(3);
  });

  it.each([
    ['PHOENIX_STREAM_MAX_BYTES', '4GB'],
    ['PHOENIX_STREAM_MAX_BYTES', '1048575'],
    ['PHOENIX_STREAM_REPLICAS', '2'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => projectorService({ ...environment, [name]: value })).toThrow(name);
  });
});
