import { Parser } from '@asyncapi/parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { allContracts, defineStream, house, universalErrors, type Contract } from '#libs/contracts';
import { asyncApi } from '../../libs/documents/src/asyncapi/async-api.js';
import { publications } from '../../libs/documents/src/compatibility/publication.js';
import { schemaFiles } from '../../libs/documents/src/schemas/schema-files.js';
import { streamHeader, usersOf } from '#libs/messaging';
import { misshapenSubjects } from './rules/subjects.js';
import { foreignNames } from './rules/nats-rights.js';

const watchCat = defineStream({
  subject: 'phoenix.stream.cat.watch',
  by: ['user'],
  request: z.object({ catId: z.uuid() }),
  part: z.object({ seen: z.string() }),
  reply: z.object({ naps: z.int() }),
  refusals: ['TEXT_WITHOUT_WORDS'],
});
const name = 'stream.cat.watch';

/** The house as it would be with this stream; in this test file alone. */
function plant(): void {
  (allContracts as Contract[]).push(watchCat);
  (house.letters.handles as Contract[]).push(watchCat);
  (house.website.calls as Contract[]).push(watchCat);
}

describe('a stream in the house', () => {
  beforeAll(plant);

  it('has a subject of its own, and rights to begin it, to go on and to cancel', () => {
    expect(misshapenSubjects([watchCat])).toEqual([]);
    const users = usersOf();
    expect(foreignNames(users)).toEqual([]);
    const rights = (service: string, place: 'publish' | 'subscribe') =>
      users
        .find((user) => user.name === service)!
        .rights[place].filter(({ subject }) => subject.startsWith(watchCat.subject))
        .map(({ subject, queue }) => [subject.slice(watchCat.subject.length), queue]);
    expect(rights('website', 'publish')).toEqual([
      ['.website', undefined],
      ['.*.website', undefined],
    ]);
    expect(rights('letters', 'subscribe')).toEqual([
      ['.*', 'letters'],
      ['.*.*', 'letters'],
    ]);
    expect([...rights('cv', 'publish'), ...rights('letters', 'publish')]).toEqual([]);
  });

  it('stands in the AsyncAPI document, valid and without warnings', async () => {
    const { text } = asyncApi('1.0.0', new Map([[watchCat, 'Watches a cat.']]), () => ({}));
    const { document, diagnostics } = await new Parser().parse(text);
    const said = diagnostics.filter(({ path }) => path.join('.').includes('stream'));
    expect(said).toEqual([]);
    const channel = (id: string) => document!.channels().get(id)!;
    const titles = (id: string) =>
      channel(id)
        .messages()
        .all()
        .map((one) => String(one.title()));
    expect(channel(name).address()).toBe('phoenix.stream.cat.watch.{caller}');
    expect(channel(`${name}.run`).address()).toBe('phoenix.stream.cat.watch.{run}.{caller}');
    expect(titles(`${name}.run`)).toEqual(['The next part', 'Nobody wants it any more']);
    const codes = [...watchCat.refusals, ...universalErrors];
    expect(titles(`${name}.reply`).toSorted()).toEqual(
      [`${name} part`, `${name} reply`, 'waiting', ...codes].toSorted(),
    );
    const operations = document!
      .operations()
      .all()
      .map((one) => one.id());
    for (const operation of [`letters.answers.${name}`, `website.asks.${name}`])
      for (const id of [operation, `${operation}.run`]) expect(operations).toContain(id);
  });

  it('names the headers that are sent', () => {
    const { text } = asyncApi('1.0.0', new Map(), () => ({}));
    for (const header of Object.values(streamHeader)) expect(text).toContain(`${header}:`);
  });

  it('has a schema of its parts, which is published and kept', () => {
    const paths = schemaFiles(new Map()).map(({ path }) => path);
    for (const what of ['request', 'part', 'reply'])
      expect(paths).toContain(`docs/schemas/stream/cat.watch.${what}.json`);
    const published = publications().find(({ contract }) => contract === name);
    expect(published?.part).toMatchObject({ properties: { seen: { type: 'string' } } });
    expect(published?.refusals).toEqual(['TEXT_WITHOUT_WORDS', 'PARTS_GONE']);
  });
});
