import type { IncomingMessage } from 'node:http';

interface WireBody {
  readonly contents: readonly {
    readonly role: string;
    readonly parts: readonly { readonly text: string }[];
  }[];
  readonly systemInstruction?: { readonly parts: readonly { readonly text: string }[] };
  readonly generationConfig?: { readonly responseSchema?: unknown };
}

/** One call of the API, as it was made. */
export interface GeminiRequest {
  readonly model: string;
  readonly streamed: boolean;
  readonly key: string | undefined;
  /** What stands before everything: the instructions. */
  readonly system: string;
  /** The parts of each message: the user's first, then by turns the model's and the user's. */
  readonly messages: readonly (readonly string[])[];
  /** The form that the answer must have, as Google describes forms. */
  readonly schema: unknown;
  /** True once the caller closed the connection before it had the whole answer. */
  closedByCaller: boolean;
}

const path = /\/models\/([^/:]+):(generateContent|streamGenerateContent)(?:\?alt=sse)?$/;

/** Undefined for what the API would not know. */
export async function readGeminiRequest(
  request: IncomingMessage,
): Promise<GeminiRequest | undefined> {
  const [, model, method] = path.exec(request.url ?? '') ?? [];
  if (!model || request.method !== 'POST') return undefined;
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as WireBody;
  const key = request.headers['x-goog-api-key'];
  return {
    model,
    streamed: method === 'streamGenerateContent',
    key: typeof key === 'string' ? key : undefined,
    system: (body.systemInstruction?.parts ?? []).map(({ text }) => text).join(''),
    messages: body.contents.map(({ parts }) => parts.map(({ text }) => text)),
    schema: body.generationConfig?.responseSchema,
    closedByCaller: false,
  };
}
