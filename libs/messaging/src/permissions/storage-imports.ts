import { jetStreamApi } from '../jetstream.js';
import { covers } from './covers.js';
import type { Rights } from './right.js';

/** One subject of the storage account that services use, and what they call it. */
export interface StorageImport {
  readonly subject: string;
  readonly to: string;
  /** Answers with many messages, not with one. */
  readonly streams: boolean;
}

/** The subjects that services may publish to and that the storage account answers, none of them twice. */
export function storageImports(users: readonly Rights[]): StorageImport[] {
  const asked = users.flatMap(({ publish }) => publish.map(({ subject }) => subject));
  const stored = [...new Set(asked)].filter((subject) => /^(\$JS|phoenix\.event)\./.test(subject));
  // A message that two imports match would arrive twice.
  const widest = stored.filter((one) => !stored.some((all) => all !== one && covers(all, one)));
  return widest.toSorted().map((to) => ({
    subject: inStorage(to),
    to,
    streams: to.startsWith(`${jetStreamApi}.CONSUMER.MSG.NEXT.`),
  }));
}

/** The inboxes that the storage account delivers to by itself: those of whoever watches a bucket. */
export function deliveredInboxes(users: readonly Rights[]): string[] {
  return users
    .filter(({ publish }) => publish.some(({ subject }) => subject.startsWith('$JS.FC.')))
    .flatMap(({ subscribe }) => subscribe.map(({ subject }) => subject))
    .filter((subject) => subject.startsWith('_INBOX.'));
}

function inStorage(subject: string): string {
  if (subject.startsWith(`${jetStreamApi}.$KV.`)) return subject.slice(jetStreamApi.length + 1);
  return subject.replace(jetStreamApi, '$JS.API');
}
