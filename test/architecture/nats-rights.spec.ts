import { describe, expect, it } from '@jest/globals';
import { house, type ServiceCharter } from '#libs/contracts';
import { usersOf, type NatsUser } from '#libs/messaging';
import {
  foreignEvents,
  foreignInboxes,
  foreignNames,
  ordersToTheServer,
  readersOfTheStream,
} from './rules/nats-rights.js';

const users = usersOf();

/** The house with one more subject that letters may publish or listen to. */
function withRight(place: 'publish' | 'subscribe', subject: string): NatsUser[] {
  const right = { subject, why: 'planted' };
  return users.map((user) =>
    user.name === 'letters'
      ? { ...user, rights: { ...user.rights, [place]: [...user.rights[place], right] } }
      : user,
  );
}

const planted = [expect.stringContaining('letters may')];

describe('R28: by its NATS credential', () => {
  it('each service tells its own events only', () => {
    expect(foreignEvents(users)).toEqual([]);
    for (const subject of ['phoenix.event.hub.>', 'phoenix.event.*.x', 'phoenix.>', '>'])
      expect(foreignEvents(withRight('publish', subject))).toEqual(planted);
  });

  it('each service asks under its own name only', () => {
    expect(foreignNames(users)).toEqual([]);
    for (const subject of [
      'phoenix.command.energy.consume.hub',
      'phoenix.command.energy.consume.*',
      'phoenix.command.energy.consume.*.letters',
      'phoenix.stream.letters.write.*.hub',
      'phoenix.stream.letters.*.*.letters',
      'phoenix.query.>',
    ])
      expect(foreignNames(withRight('publish', subject))).toEqual(planted);
  });

  it('an inbox is its owner’s alone', () => {
    expect(foreignInboxes(users)).toEqual([]);
    for (const subject of ['_INBOX.>', '_INBOX.hub.>', '_INBOX.*.x', '>'])
      expect(foreignInboxes(withRight('subscribe', subject))).toEqual(planted);
    expect(foreignInboxes(withRight('publish', '_INBOX.letters.>'))).toEqual(planted);
  });

  it('the projector and the operator read the stream, and nobody else', () => {
    expect(readersOfTheStream(users)).toEqual(['ops', 'projector']);
    for (const way of [
      'CONSUMER.CREATE.PHOENIX_EVENTS.*',
      'CONSUMER.>',
      'DIRECT.GET.PHOENIX_EVENTS',
    ])
      expect(readersOfTheStream(withRight('publish', `$JS.EVENTS.API.${way}`))).toContain(
        'letters',
      );
  });

  it('nobody gives orders to the server', () => {
    expect(ordersToTheServer(users)).toEqual([]);
    for (const subject of [
      '$SYS.REQ.>',
      '$SYS.REQ.SERVER.PING.VARZ',
      '$JS.API.STREAM.INFO.X',
      '$JS.EVENTS.API.STREAM.*.*',
    ])
      expect(ordersToTheServer(withRight('publish', subject))[0]).toEqual(planted[0]);
  });

  it('a charter that gives more shows in the rules', () => {
    const greedy: ServiceCharter = { ...house.letters, reads: house.projector.reads };
    expect(readersOfTheStream(usersOf({ ...house, letters: greedy }))).toContain('letters');
  });
});
