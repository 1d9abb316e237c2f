import { exampleOf, isKeyed, type JsonSchema, type StreamedReply } from '#libs/contracts';
import { header } from '#libs/messaging';
import type { OperationFacts } from '../wire/operation.js';
import { areaOf } from './areas.js';
import { parametersOf } from './parameters.js';
import { problemCodesOf } from './problem-codes.js';
import { responseName } from './problem-responses.js';
import { ref } from './ref.js';
import { requestFields } from './request-fields.js';
import type { Route } from './routes-of.js';
import { snakeSchemaOf } from './snake-schema.js';

/** A route that says what it promises. */
export type DescribedRoute = Route & { readonly operation: OperationFacts };

/** The Operation Object of a route. */
export function operationObject(route: DescribedRoute): object {
  const { name, forUser, operation } = route;
  return {
    operationId: name,
    summary: operation.summary,
    tags: [areaOf(route.paths[0]!)],
    security: forUser ? [{ accessToken: [] }, { session: [] }] : [],
    parameters: [...parametersOf(route), ref('parameters', 'CorrelationId')],
    ...bodyOf(route),
    responses: {
      [route.status]: answerOf(route),
      ...Object.fromEntries(
        [...problemCodesOf(route)].map(([status, codes]) => [
          status,
          ref('responses', responseName(codes)),
        ]),
      ),
      default: ref('responses', 'Problem'),
    },
  };
}

function bodyOf({ parts, operation }: DescribedRoute): object {
  const body = parts.find((part) => part.name === 'body');
  if (!body) return {};
  const fields = requestFields(body.shape, operation.answer);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  };
  const content = { 'application/json': { schema, example: exampleOf(schema) } };
  return { requestBody: { required: true, content } };
}

function answerOf({ operation: { answer } }: DescribedRoute): object {
  const headers = { 'X-Correlation-Id': ref('headers', 'CorrelationId') };
  if ('nothing' in answer) return { description: 'Done.', headers };
  if ('contentType' in answer) {
    const content = [answer.contentType]
      .flat()
      .map((one) => [one, { schema: { type: one === 'application/json' ? 'object' : 'string' } }]);
    return {
      description: answer.description,
      headers,
      content: Object.fromEntries(content) as object,
    };
  }
  const keyed = 'request' in answer && isKeyed(answer);
  return {
    description: 'Done.',
    headers: keyed ? { ...headers, [header.replayed]: ref('headers', 'Replayed') } : headers,
    content: {
      'application/json': { schema: snakeSchemaOf(answer.reply, 'output') },
      ...('part' in answer && eventsOf(answer)),
    },
  };
}

/** What is answered instead where the client accepts events. */
function eventsOf({ part }: StreamedReply): object {
  const description = `Events \`part\` (data as \`x-part\`; their id, sent back as \`Last-Event-ID\`, goes on from there),
then \`end\` (data as the JSON answer) or \`problem\` (data as an error). \`restart\` takes back all parts before it.`;
  const schema = { type: 'string', description, 'x-part': snakeSchemaOf(part, 'output') };
  return { 'text/event-stream': { schema } };
}
