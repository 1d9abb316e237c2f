import { jsonSchemaOf, type Contract } from '#libs/contracts';

/** How the NATS services protocol names an endpoint. */
export function endpointName({ subject }: Contract): string {
  return subject.split('.').slice(1).join('-');
}

/** What a stranger needs to use an endpoint, in the protocol's own form: a map of strings, schemas as JSON text. */
export function endpointMetadata(contract: Contract): Record<string, string> {
  return {
    kind: contract.kind,
    by: contract.by.join(', '),
    'request-schema': JSON.stringify(jsonSchemaOf(contract.request, 'input')),
    ...(contract.kind === 'stream' && {
      'part-schema': JSON.stringify(jsonSchemaOf(contract.part, 'output')),
    }),
    'reply-schema': JSON.stringify(jsonSchemaOf(contract.reply, 'output')),
    refusals: contract.refusals.join(', '),
    'max-bytes': String(contract.maxBytes),
    'timeout-ms': String(contract.timeoutMs),
  };
}
