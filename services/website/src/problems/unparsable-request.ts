import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Log } from '#libs/telemetry';
import { standardHeaders } from '../wire/standard-headers.js';
import { edgeProblems, unreadable } from './edge-problems.js';
import { problemJson } from './problem.js';

const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers what is no HTTP with a problem like any other, and hangs up. No hook or filter ever sees it; Fastify would
 * answer in words of its own.
 */
export function answerUnparsableRequests(server: Server, log: Log): void {
  server.removeAllListeners('clientError');
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status = statuses[error.code ?? ''] ?? 400;
    const correlationId = randomUUID();
    const { code, sentence } = edgeProblems[status] ?? unreadable;
    log.info({ status, problem: code, correlationId }, 'answered');
    const problem = { status, code, sentence, details: {} };
    const body = JSON.stringify(problemJson(problem, '/(unreadable)', correlationId));
    socket.end(`${head(status, correlationId, body)}${body}`, () => socket.destroy());
  });
}

function head(status: number, correlationId: string, body: string): string {
  const headers = {
    ...standardHeaders(correlationId),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`;
}
