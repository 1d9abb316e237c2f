import { brokerQuestion } from '../broker/ask-brokers.js';
import { houseAccount, storageAccount } from '../jetstream.js';
import { keyVariable, outsideUsers, usersOf, type NatsUser } from './nats-user.js';
import type { Right } from './right.js';
import { deliveredInboxes, storageImports } from './storage-imports.js';

const longestRequestTime = '5m';

/** The account of the server itself; it has this name without being told. */
const systemAccount = '$SYS';

/**
 * The accounts of nats-server with all credentials and what each may do. `more` are lines for users without limits,
 * which only tests have, by account.
 */
export function permissionsFile(
  users: readonly NatsUser[] = [...usersOf(), ...outsideUsers()],
  more: { readonly house?: string; readonly storage?: string } = {},
): string {
  const rights = users.map((user) => user.rights);
  const imports = storageImports(rights);
  const inboxes = deliveredInboxes(rights);
  const asked = rights.some(({ publish }) =>
    publish.some(({ subject }) => subject === brokerQuestion),
  )
    ? [brokerQuestion]
    : [];
  const lines = [
    '# Written by `npm run generate` from libs/contracts/src/house.ts; deploy/nats/README.md explains it.',
    '',
    'accounts {',
    `  # The server itself. Nobody is in it; the operator may ask it how it is set.`,
    `  ${quoted(systemAccount)} {`,
    ...list(
      4,
      'exports',
      asked.map(
        (subject) =>
          `{ service: ${quoted(subject)}, response_type: stream, accounts: [${houseAccount}] }`,
      ),
    ),
    '  }',
    '',
    `  # Holds the event stream and the buckets. Nobody is in it, so that nobody gives orders there.`,
    `  ${storageAccount} {`,
    '    jetstream: enabled',
    ...list(4, 'users', more.storage ? [more.storage] : []),
    ...list(4, 'exports', [
      ...imports.map(
        ({ subject, streams }) =>
          `{ service: ${quoted(subject)}${streams ? ', response_type: stream' : ''}, accounts: [${houseAccount}] }`,
      ),
      ...inboxes.map((inbox) => `{ stream: ${quoted(inbox)}, accounts: [${houseAccount}] }`),
    ]),
    '  }',
    '',
    `  ${houseAccount} {`,
    ...list(4, 'imports', [
      ...asked.map(
        (subject) =>
          `{ service: { account: ${quoted(systemAccount)}, subject: ${quoted(subject)} } }`,
      ),
      ...imports.map(
        ({ subject, to }) =>
          `{ service: { account: ${storageAccount}, subject: ${quoted(subject)} }, to: ${quoted(to)} }`,
      ),
      ...inboxes.map(
        (inbox) => `{ stream: { account: ${storageAccount}, subject: ${quoted(inbox)} } }`,
      ),
    ]),
    '    users: [',
    ...users.flatMap(userLines),
    ...(more.house ? [`      ${more.house}`] : []),
    '    ]',
    '  }',
    '}',
    '',
  ];
  return lines.join('\n');
}

function userLines({ name, summary, rights }: NatsUser): string[] {
  return [
    `      # ${name}: ${summary}`,
    '      {',
    `        nkey: $${keyVariable(name)}`,
    '        permissions {',
    ...allowed('publish', rights.publish),
    ...allowed('subscribe', rights.subscribe),
    ...(rights.mayAnswer
      ? [`          allow_responses: { max: 1, expires: "${longestRequestTime}" }`]
      : []),
    '        }',
    '      }',
  ];
}

/** To nats-server an empty list means everything. */
function allowed(verb: string, rights: readonly Right[]): string[] {
  if (rights.length === 0) return [`          ${verb} { deny: [">"] }`];
  return [
    `          ${verb} {`,
    '            allow: [',
    ...rights.map(
      ({ subject, queue, why }) =>
        `              ${quoted(queue ? `${subject} ${queue}` : subject)} # ${why}`,
    ),
    '            ]',
    '          }',
  ];
}

function list(indent: number, name: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const space = ' '.repeat(indent);
  return [`${space}${name}: [`, ...items.map((item) => `${space}  ${item}`), `${space}]`];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
