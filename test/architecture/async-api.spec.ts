import { randomUUID } from 'node:crypto';
import { Parser, type AsyncAPIDocumentInterface, type MessageInterface } from '@asyncapi/parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  allContracts,
  allEvents,
  errors,
  house,
  serviceNames,
  sourceOf,
  universalErrors,
  type Contract,
  type EventContract,
} from '#libs/contracts';
import { header } from '#libs/messaging';
import { eventHeaders } from '../../libs/messaging/src/stream/event-headers.js';
import { textOf } from './rules/tree.js';

/** Advice of the parser that is not for us, with the reason. */
const notForUs: Readonly<Record<string, string>> = {
  'asyncapi-latest-version': 'tools of the field read 3.0; nothing of 3.1 is needed',
};

/** The headers of an event, read from the bytes that are sent. */
function headersOnTheWire(event: Parameters<typeof eventHeaders>[0]): Map<string, string> {
  const { encode } = eventHeaders(event) as unknown as { encode: () => Uint8Array };
  const [, ...lines] = Buffer.from(encode()).toString().trimEnd().split('\r\n');
  return new Map(lines.map((line) => line.split(/: (.*)/s) as [string, string]));
}

const parse = async (text: string) => {
  const { document, diagnostics } = await new Parser().parse(text);
  const said = diagnostics
    .filter(({ code }) => !notForUs[code])
    .map(({ message, path }) => `${path.join('/')}: ${message}`);
  return { document: document!, said };
};

describe('docs/asyncapi.yaml', () => {
  const text = textOf('docs/asyncapi.yaml');
  let document: AsyncAPIDocumentInterface;
  let said: string[];

  beforeAll(async () => ({ document, said } = await parse(text)));

  const message = (name: string) => document.components().messages().get(name)!;
  const headersOf = (one: MessageInterface) => Object.keys(one.headers()?.properties() ?? {});
  const examplesOf = (one: MessageInterface) =>
    one
      .examples()
      .all()
      .map((example) => example.payload());

  it('is valid, without errors and without warnings', async () => {
    expect(said).toEqual([]);
    const broken = text.replace('action: receive', 'action: wonder');
    expect((await parse(broken)).said).not.toEqual([]);
  });

  it('has every service with what it answers, asks, tells and reads', () => {
    const subjects = (service: string, action: string) =>
      document
        .operations()
        .filter((one) => one.tags().has(service) && one.action() === action)
        .map((one) => one.channels().all()[0]!.address()!)
        .sort();
    const addressesOf = ({ kind, subject }: Contract) =>
      (kind === 'stream' ? ['', '.{run}'] : ['']).map((run) => `${subject}${run}.{caller}`);
    const addressOf = (event: EventContract) => `phoenix.event.${sourceOf(event)}.{userId}`;
    for (const service of serviceNames) {
      const { handles, calls, emits, reads, hears } = house[service];
      const asked = handles.flatMap(addressesOf);
      const heard = [reads, hears].flatMap((some) => [...new Set(some.map(addressOf))]);
      expect(subjects(service, 'receive')).toEqual([...asked, ...heard].sort());
      const asks = calls.flatMap(addressesOf);
      const told = [...new Set(emits.map(addressOf))];
      expect(subjects(service, 'send')).toEqual([...asks, ...told].sort());
    }
  });

  it.each(allContracts.map((contract) => [contract.subject.slice(8), contract] as const))(
    'says of %s how it is answered, in an example that it takes',
    (name, contract) => {
      const replies = document.channels().get(`${name}.reply`)!.messages().all();
      expect(replies.map((one) => String(one.title()).split(' ').at(-1)!).sort()).toEqual(
        [
          ...(contract.kind === 'stream' ? ['part', 'waiting'] : []),
          ...['reply', ...contract.refusals, ...universalErrors],
        ].sort(),
      );
      const examples = examplesOf(message(`${name}.request`));
      expect(examples).toHaveLength(1);
      expect(contract.request.safeParse(examples[0]).error).toBeUndefined();
    },
  );

  it('gives an example of each event as it was published', () => {
    for (const event of allEvents) {
      const examples = examplesOf(message(`event.${event.type}.v${event.version}`));
      expect(examples).toHaveLength(1);
      expect(event.data.parse(examples[0])).toEqual(examples[0]);
    }
  });

  it('names the headers that are sent', () => {
    for (const event of allEvents) {
      const [id, occurredAt] = [randomUUID(), new Date().toISOString()];
      const sent = headersOnTheWire({
        data: '{}',
        envelope: {
          id,
          source: sourceOf(event),
          type: event.type,
          eventVersion: event.version,
          userId: id,
          subjectVersion: 1,
          occurredAt,
          actorId: id,
          correlationId: id,
          causationId: id,
          traceparent: 'any',
        },
      });
      const told = message(`event.${event.type}.v${event.version}`);
      expect(headersOf(told).sort()).toEqual([...sent.keys()].sort());
      const { properties } = told.headers()!.json() as unknown as {
        properties: Record<string, { const?: string }>;
      };
      for (const [name, { const: value }] of Object.entries(properties)) {
        if (value !== undefined) expect(sent.get(name)).toBe(value);
      }
    }
    const { replayed, error, errorCode, ...asked } = header;
    const request = message('command.energy.consume.request');
    expect(headersOf(request).sort()).toEqual(Object.values(asked).sort());
    expect(headersOf(message('command.energy.consume.reply'))).toEqual([replayed]);
    for (const code of Object.keys(errors)) {
      expect(headersOf(message(code))).toEqual([error, errorCode]);
    }
  });
});
