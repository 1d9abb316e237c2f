import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { relayLock, tryAdvisoryLock } from '#libs/persistence';
import { eventually } from '#libs/testing';
import { OpsStack } from './ops-stack.js';

const golden = JSON.parse(
  readFileSync('test/architecture/golden/LetterVerified.v1.json', 'utf8'),
) as object;

describe('events that wait in an outbox', () => {
  let house: OpsStack;
  let blocker: Client;

  beforeAll(async () => {
    house = await OpsStack.start('hub', 'cv', 'projector', 'website');
    blocker = new Client(house.stack.database.adminUrl);
    await blocker.connect();
    // Whoever holds it keeps every relay of letters from publishing.
    await tryAdvisoryLock(blocker, relayLock('letters'));
    await house.add('letters');
    await eventually(
      () => house.run('status'),
      ({ exitCode }) => exitCode === 0,
    );
  });
  afterAll(async () => {
    await blocker?.end();
    await house?.stop();
  });

  it('come first in status, with how long they wait; and leave it when they are published', async () => {
    const userId = randomUUID();
    await house.stack.database.query(
      `INSERT INTO letters.outbox (event_id, type, event_version, subject_user_id, subject_version, correlation_id,
         causation_id, traceparent, occurred_at, recorded_at, data)
       VALUES ($1, 'LetterVerified', 1, $2, 1, 'c', 'c', $3, now(), now() - interval '75 s', $4)`,
      [
        ...[randomUUID(), userId],
        '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
        JSON.stringify(golden),
      ],
    );
    const { exitCode, stdout } = await house.run('status');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^✗ 1 event of letters waits to be published, the first for \d+ s\. They go out more slowly than they come\.\n {2}.*“Events wait in an outbox”/,
    );
    expect(stdout).toMatch(/^letters +yes +1 +\d+ s +another instance /m);
    await blocker.end();
    const over = await eventually(
      () => house.run('status'),
      (spoken) => spoken.exitCode === 0,
    );
    expect(over.stdout).toMatch(/^letters +yes +0 +0 s +this instance /m);
  });
});
