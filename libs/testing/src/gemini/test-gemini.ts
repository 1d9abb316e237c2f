import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuses, type GeminiMove } from './gemini-moves.js';
import { readGeminiRequest, type GeminiRequest } from './gemini-request.js';

/** A local stand-in of the Gemini HTTP API, spoken to by the real SDK. It does what the test tells it, call by call. */
export class TestGemini {
  /** Every call with the right key, in the order in which they came. */
  readonly calls: GeminiRequest[] = [];
  /** The only key that it takes; looks like no key that a log would hide by its form. */
  readonly key = 'stand-in-key-that-no-log-may-show';
  /** How often anybody came at all, whatever was said then. */
  connections = 0;
  private readonly script: GeminiMove[] = [];
  private otherwise: (request: GeminiRequest) => GeminiMove = () => refuses(500, 'INTERNAL');

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TestGemini> {
    const server = createServer();
    const gemini = new TestGemini(server);
    server.on('connection', () => gemini.connections++);
    server.on('request', (request, response) => {
      // A caller may leave while its request is still being read.
      gemini.serve(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return gemini;
  }

  /** What a service reads from its environment to call it. */
  get environment(): NodeJS.ProcessEnv {
    const { port } = this.server.address() as AddressInfo;
    return {
      PHOENIX_AI_ENGINES: 'google:gemini-2.5-flash',
      GOOGLE_API_KEY: this.key,
      GOOGLE_API_URL: `http://127.0.0.1:${port}/v1beta`,
    };
  }

  /** What it does with the next calls, one each. */
  does(...moves: GeminiMove[]): void {
    this.script.push(...moves);
  }

  /** What it does with each call that the script says nothing of. */
  always(move: (request: GeminiRequest) => GeminiMove): void {
    this.otherwise = move;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((done) => this.server.close(() => done()));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readGeminiRequest(request);
    if (!asked) return refuses(404, 'NOT_FOUND')(unknownCall, response);
    if (asked.key !== this.key) return refuses(400, 'INVALID_ARGUMENT')(asked, response);
    this.calls.push(asked);
    response.once('close', () => (asked.closedByCaller = !response.writableFinished));
    (this.script.shift() ?? this.otherwise(asked))(asked, response);
  }
}

const unknownCall = { streamed: false } as GeminiRequest;
