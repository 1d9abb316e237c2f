import {
  allContracts,
  allEvents,
  dataSchemaOf,
  errors,
  jsonSchemaOf,
  type ErrorCode,
} from '#libs/contracts';
import { nameOf, nameOfEvent } from '../contract-names.js';
import type { Sentences } from '../contract-sentences.js';
import { jsonFile, type GeneratedFile } from '../generated-file.js';
import { errorBody } from './error-body.js';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema of every message: a request as it may be sent, a reply, an event's data (`$id` is its CloudEvents
 * `dataschema`), and the body of every error.
 */
export function schemaFiles(sentences: Sentences): GeneratedFile[] {
  const requests = allContracts.flatMap((contract) => {
    const name = nameOf(contract);
    const description = sentences.get(contract);
    return [
      fileOf(`${name}.request`, { description, ...jsonSchemaOf(contract.request, 'input') }),
      fileOf(`${name}.reply`, { description, ...jsonSchemaOf(contract.reply, 'output') }),
      ...(contract.kind === 'stream'
        ? [fileOf(`${name}.part`, { description, ...jsonSchemaOf(contract.part, 'output') })]
        : []),
    ];
  });
  const events = allEvents.map((event) =>
    fileOf(
      nameOfEvent(event),
      { description: sentences.get(event), ...jsonSchemaOf(event.data, 'output') },
      dataSchemaOf(event.type, event.version),
    ),
  );
  const codes = Object.keys(errors) as ErrorCode[];
  return [...requests, ...events, ...codes.map((code) => fileOf(`error.${code}`, errorBody(code)))];
}

/** `command.energy.consume.request` is `docs/schemas/command/energy.consume.request.json`. */
function fileOf(
  name: string,
  schema: object,
  id = `urn:phoenix:${name.replaceAll('.', ':')}`,
): GeneratedFile {
  const [kind, ...rest] = name.split('.');
  return jsonFile(`docs/schemas/${kind}/${rest.join('.')}.json`, {
    $schema: dialect,
    $id: id,
    title: name,
    ...schema,
  });
}
