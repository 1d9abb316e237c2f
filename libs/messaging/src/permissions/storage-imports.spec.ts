import { describe, expect, it } from '@jest/globals';
import { covers } from './covers.js';
import { usersOf } from './nats-user.js';
import { storageImports } from './storage-imports.js';

describe('what is imported from the storage account', () => {
  const rights = usersOf().map((user) => user.rights);
  const imports = storageImports(rights);

  it('is everything of it that somebody may ask', () => {
    const asked = rights
      .flatMap(({ publish }) => publish.map(({ subject }) => subject))
      .filter((subject) => subject.startsWith('$JS.') || subject.startsWith('phoenix.event.'));
    const missing = asked.filter((subject) => !imports.some(({ to }) => covers(to, subject)));
    expect(missing).toEqual([]);
  });

  it('is nothing twice: no message arrives over two imports', () => {
    const twice = imports.filter(({ to }) =>
      imports.some((one) => one.to !== to && covers(one.to, to)),
    );
    expect(twice).toEqual([]);
  });

  it('is no order: nobody can delete, purge or empty a stream, or change the event stream', () => {
    const order =
      /^\$JS\.API\.(>|\*|STREAM\.(>|\*|DELETE|PURGE|RESTORE|SNAPSHOT|MSG|UPDATE\.PHOENIX))/;
    const orders = imports.filter(({ subject }) => order.test(subject));
    expect(orders).toEqual([]);
  });
});
