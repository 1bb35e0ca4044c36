import type { Socket } from 'node:net';
import type { HttpAnswer } from './http-exchange.ts';
import { jsonAnswer } from './http-exchange.ts';

const UNKNOWN = { code: -1000, msg: 'An unknown error occurred while processing the request.' };

/** What is answered where a request could not be read, or an endpoint has failed. */
export function failureAnswer(error: unknown): HttpAnswer {
  const status = statusOf(error);
  return status === 413
    ? jsonAnswer(413, { code: -1101, msg: 'Too many parameters sent for this endpoint.' })
    : jsonAnswer(status, UNKNOWN);
}

/** Whether the fault is ours: everything else is told by who reads requests. */
export function isOurFault(error: unknown): boolean {
  return statusOf(error) === 500;
}

/** Answers what is no HTTP, and ends the connection. */
export function refuseNonsense(error: { readonly code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(UNKNOWN);
  const head = [
    `HTTP/1.1 ${reasonFor(error.code)}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout';
    default:
      return '400 Bad Request';
  }
}

function statusOf(error: unknown): number {
  const isReaders = typeof error === 'object' && error !== null && 'statusCode' in error;
  return isReaders && typeof error.statusCode === 'number' ? error.statusCode : 500;
}
