import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { OpsStack, type RunningCommand, type Spoken } from './ops-stack.js';

const lines = ({ stdout }: Pick<Spoken, 'stdout'>) => stdout.split('\n').slice(0, -1);
const objects = (spoken: Pick<Spoken, 'stdout'>) =>
  lines(spoken).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('tail', () => {
  let house: OpsStack;
  let users: string[];

  const following = ({ written }: RunningCommand) =>
    eventually(() => written.stderr.includes('Ctrl-C ends'));
  const streamHolds = (events: number) =>
    eventually(
      async () => lines(await house.run('tail', '--no-follow')).length,
      (length) => length === events,
    );

  beforeAll(async () => {
    house = await OpsStack.start('hub');
    await house.stack.createStream();
    users = [(await house.spender(1)).userId, (await house.spender(2)).userId];
    await streamHolds(7);
  });
  afterAll(() => house?.stop());

  it('shows what the stream holds, one line an event, and ends with --no-follow', async () => {
    const spoken = await house.run('tail', '--no-follow');
    expect(spoken).toMatchObject({ exitCode: 0, stderr: '' });
    expect(lines(spoken)[0]).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z {2} {5}1 {2}hub +AccountOpened +[0-9a-f-]{36} +v1 +\{"catalogueVersion":\d+\}$/,
    );
  });

  it('shows only what is asked for: by user, type, source and request', async () => {
    const all = objects(await house.run('tail', '--no-follow', '--json'));
    const one = await house.run('tail', '--no-follow', '--json', '--user', users[1]!);
    expect(objects(one)).toEqual(all.filter(({ userId }) => userId === users[1]));
    const typed = await house.run('tail', '--no-follow', '--json', '--type', 'EnergyConsumed');
    expect(objects(typed).map(({ data }) => (data as { cost: number }).cost)).toEqual([5, 5, 5]);
    expect(lines(await house.run('tail', '--no-follow', '--source', 'cv'))).toEqual([]);
    const { correlationId } = all[0]!;
    const caused = await house.run('tail', '--no-follow', '--correlation', String(correlationId));
    expect(lines(caused)).toHaveLength(
      all.filter((event) => event.correlationId === correlationId).length,
    );
  });

  it('starts where it is told to, and ends at the limit', async () => {
    const spoken = await house.run('tail', '--json', '--from-seq', '3', '--limit', '2');
    expect(objects(spoken).map(({ sequence }) => sequence)).toEqual([3, 4]);
    expect(spoken.exitCode).toBe(0);
  });

  it('refuses to wait for a sequence far beyond the end of the stream', async () => {
    const { exitCode, stderr } = await house.run('tail', '--from-seq', '1000');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^The stream ends at \d+, before sequence 1000\. .* --from-seq \d+\.\n$/,
    );
  });

  it('shows events as they come, also after the broker was killed and came back, until Ctrl-C', async () => {
    const command = house.begin('tail', '--json', '--type', 'AccountOpened');
    await following(command);
    const before = await house.spender(0);
    await eventually(() => lines(command.written).length === 1);
    await house.stack.broker.kill();
    await house.stack.broker.restart();
    const after = await eventually(
      () => house.spender(0).catch(() => undefined),
      (spender) => spender !== undefined,
    );
    await eventually(() => command.written.stdout.includes(after!.userId));
    command.stop();
    const spoken = await command.ended;
    expect(spoken.exitCode).toBe(0);
    const shown = objects(spoken).map(({ userId }) => userId);
    expect(shown[0]).toBe(before.userId);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('says that there is no stream', async () => {
    const other = await OpsStack.start();
    const { exitCode, stderr } = await other.run('tail', '--no-follow');
    await other.stop();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^The event stream PHOENIX_EVENTS does not exist\. /);
  });
});
