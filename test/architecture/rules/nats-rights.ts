import { covers } from '../../../libs/messaging/src/permissions/covers.js';
import type { NatsUser } from '#libs/messaging';

type Place = 'publish' | 'subscribe';

/** Everybody who may publish, or listen to, all or some of what a pattern matches, said so. */
function whoMay(users: readonly NatsUser[], place: Place, pattern: string) {
  return users.flatMap(({ name, rights }) =>
    rights[place]
      .filter(({ subject }) => covers(subject, pattern) || covers(pattern, subject))
      .map(({ subject }) => ({ name, subject })),
  );
}

/** Events that somebody else than their source may publish. */
export function foreignEvents(users: readonly NatsUser[]): string[] {
  return whoMay(users, 'publish', 'phoenix.event.>')
    .filter(({ name, subject }) => !covers(`phoenix.event.${name}.>`, subject))
    .map(({ name, subject }) => `${name} may publish the events ${subject}.`);
}

/** The subjects of a caller's own requests; of a stream also those below any work, which its own caller alone may ask. */
function ownName(name: string): RegExp {
  return new RegExp(
    `^phoenix\\.(?:(?:command|query|stream)(?:\\.[a-z-]+){2}|stream(?:\\.[a-z-]+){2}\\.\\*)\\.${name}$`,
  );
}

/** Requests that somebody may send under another's name. */
export function foreignNames(users: readonly NatsUser[]): string[] {
  return ['command', 'query', 'stream']
    .flatMap((kind) => whoMay(users, 'publish', `phoenix.${kind}.>`))
    .filter(({ name, subject }) => !ownName(name).test(subject))
    .map(({ name, subject }) => `${name} may ask ${subject}, under a name that is not its own.`);
}

/** Inboxes that somebody else may listen to, or write into at will. */
export function foreignInboxes(users: readonly NatsUser[]): string[] {
  const heard = whoMay(users, 'subscribe', '_INBOX.>')
    .filter(({ name, subject }) => !covers(`_INBOX.${name}.>`, subject))
    .map(({ name, subject }) => `${name} may listen to ${subject}, which is not its own inbox.`);
  const written = whoMay(users, 'publish', '_INBOX.>').map(
    ({ name, subject }) => `${name} may publish to ${subject} without being asked.`,
  );
  return [...heard, ...written];
}

/** Those who may read every event of the stream, by a consumer without a filter or event by event. */
export function readersOfTheStream(users: readonly NatsUser[]): string[] {
  const stream = 'PHOENIX_EVENTS';
  const ways = [
    `$JS.EVENTS.API.CONSUMER.CREATE.${stream}`,
    `$JS.EVENTS.API.CONSUMER.CREATE.${stream}.any`,
    `$JS.EVENTS.API.DIRECT.GET.${stream}`,
    `$JS.EVENTS.API.STREAM.MSG.GET.${stream}`,
  ];
  const able = ways.flatMap((way) => whoMay(users, 'publish', way));
  return [...new Set(able.map(({ name }) => name))].toSorted();
}

/** What may be asked of the server: each by everybody about oneself, or by the operator. */
const questions = new Map([
  ['$SYS.REQ.USER.INFO', /./],
  ['$SYS.REQ.SERVER.PING.VARZ', /^ops$/],
]);

/** Rights over the server, or over JetStream outside of what the generator knows. */
export function ordersToTheServer(users: readonly NatsUser[]): string[] {
  const wanted = [
    '$SYS.>',
    '$JS.API.>',
    '$JS.EVENTS.API.STREAM.DELETE.any',
    '$JS.EVENTS.API.STREAM.PURGE.any',
  ];
  return wanted
    .flatMap((pattern) => whoMay(users, 'publish', pattern))
    .filter(({ name, subject }) => !questions.get(subject)?.test(name))
    .map(({ name, subject }) => `${name} may publish ${subject}.`);
}
