import { stringify } from 'yaml';
import { house, serviceNames } from '#libs/contracts';
import { header } from '#libs/messaging';
import type { Sentences } from '../contract-sentences.js';
import type { GeneratedFile } from '../generated-file.js';
import type { GoldenSamples } from '../golden-samples.js';
import { channels } from './channels.js';
import { errorHeaders, replyHeaders, requestHeaders, userRequestHeaders } from './headers.js';
import { messages } from './messages.js';
import { operations } from './operations.js';

const description = `Every message of Phoenix over NATS. Plain JSON in the body; who asks, as part of what and until when in headers.

A request is answered once: with its reply, or with an error, which is known by the header ${header.error} and whose body
is \`{code, message, details}\`. Readers ignore fields that they do not know.

Events are CloudEvents 1.0 in binary mode, kept in the JetStream stream PHOENIX_EVENTS.
`;

const securitySchemes = {
  nkey: {
    type: 'asymmetricEncryption',
    description:
      'A service signs the server’s challenge with its own nkey, which says on which subjects it may speak.',
  },
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: `The user’s access token, signed with EdDSA, in the header ${header.authorization} of the message.`,
  },
};

/** `docs/asyncapi.yaml`: all channels, operations and messages of the house, in AsyncAPI 3.0. */
export function asyncApi(
  version: string,
  sentences: Sentences,
  goldenOf: GoldenSamples,
): GeneratedFile {
  const document = {
    asyncapi: '3.0.0',
    id: 'urn:phoenix',
    info: {
      title: 'Phoenix',
      version,
      description,
      license: { name: 'MIT' },
      tags: serviceNames.map((name) => ({ name, description: house[name].summary })),
    },
    defaultContentType: 'application/json',
    servers: {
      local: {
        host: '127.0.0.1:4222',
        protocol: 'nats',
        description: 'As `npm start` brings it up; it prints the address when the port is taken.',
        security: [{ $ref: '#/components/securitySchemes/nkey' }],
      },
    },
    channels: channels(sentences),
    operations: operations(),
    components: {
      messages: messages(sentences, goldenOf),
      schemas: { requestHeaders, userRequestHeaders, replyHeaders, errorHeaders },
      correlationIds: {
        request: { location: `$message.header#/${header.correlationId}` },
        event: { location: '$message.header#/ce-correlationid' },
      },
      securitySchemes,
    },
  };
  const head = '# Written by `npm run generate` from libs/contracts.\n';
  return {
    path: 'docs/asyncapi.yaml',
    text: head + stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }),
  };
}
