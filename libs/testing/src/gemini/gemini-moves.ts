import type { ServerResponse } from 'node:http';
import type { GeminiRequest } from './gemini-request.js';

/** What the stand-in does with one call. */
export type GeminiMove = (request: GeminiRequest, response: ServerResponse) => void;

/** What it says that each whole answer took. */
export const geminiTokens = { input: 100, output: 50 };

const usageMetadata = {
  promptTokenCount: geminiTokens.input,
  candidatesTokenCount: geminiTokens.output,
  totalTokenCount: geminiTokens.input + geminiTokens.output,
};

/** Answers with this value as JSON, in one piece or streamed, as it is asked. */
export const answers = (value: unknown): GeminiMove => says(JSON.stringify(value));

/** Answers with this text, whatever it is. */
export function says(text: string, finishReason = 'STOP'): GeminiMove {
  return ({ streamed }, response) => {
    if (!streamed) return sendJson(response, 200, chunk(text, { finishReason }));
    for (const piece of piecesOf(text)) sendEvent(response, chunk(piece));
    sendEvent(response, chunk('', { finishReason }));
    response.end();
  };
}

/** Begins to answer, and closes the connection before it is done. */
export function cutsOff(text: string): GeminiMove {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-length': 100_000 });
    response.write(`data: ${JSON.stringify(chunk(text))}\r\n\r\n`, () => response.destroy());
  };
}

/** Begins to answer, and then says no more. */
export const falters = (text: string): GeminiMove => {
  return (_request, response) => sendEvent(response, chunk(text));
};

/** Begins to answer, and goes on to the end once it may. */
export function hesitates(begin: string, rest: string, mayGoOn: Promise<unknown>): GeminiMove {
  return (_request, response) => {
    sendEvent(response, chunk(begin));
    void mayGoOn.then(() => {
      sendEvent(response, chunk(rest, { finishReason: 'STOP' }));
      response.end();
    });
  };
}

/** Closes the connection without a word. */
export const hangsUp: GeminiMove = (_request, response) => response.destroy();

/** Takes the call and never answers. */
export const staysSilent: GeminiMove = () => undefined;

/** Refuses with a status and Google's code for it. */
export function refuses(status: number, code: string, details: object[] = []): GeminiMove {
  return (_request, response) => {
    const message = 'The words of the provider, which nobody else repeats.';
    sendJson(response, status, { error: { code: status, message, status: code, details } });
  };
}

/** Has too many requests, and says in how many seconds to come back. */
export const isBusy = (seconds: number): GeminiMove => {
  const type = 'type.googleapis.com/google.rpc.RetryInfo';
  return refuses(429, 'RESOURCE_EXHAUSTED', [{ '@type': type, retryDelay: `${seconds}s` }]);
};

/** Sends the caller to another address. */
export function redirects(to: string): GeminiMove {
  return ({ model }, response) => {
    const location = `${to}/models/${model}:generateContent`;
    response.writeHead(307, { location }).end();
  };
}

/** Will not work on what was sent. */
export const blocks: GeminiMove = ({ streamed }, response) => {
  const blocked = { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata };
  if (!streamed) return sendJson(response, 200, blocked);
  sendEvent(response, blocked);
  response.end();
};

function chunk(text: string, more: { finishReason?: string } = {}): object {
  const content = { role: 'model', parts: [{ text }] };
  return { candidates: [{ content, index: 0, ...more }], usageMetadata };
}

function piecesOf(text: string): string[] {
  return text.match(/[^]{1,40}/g) ?? [];
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendEvent(response: ServerResponse, body: object): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${JSON.stringify(body)}\r\n\r\n`);
}
