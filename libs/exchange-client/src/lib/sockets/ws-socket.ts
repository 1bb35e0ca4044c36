import { WebSocket } from 'ws';
import type { Socket, SocketListener } from './socket.ts';

const HANDSHAKE_TIMEOUT_MS = 10_000;
/** Larger than any message of an exchange. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A WebSocket of Node. Pings are answered with their own payload as soon as they are read, whatever the program is busy
 * with otherwise; errors end the connection and nothing else.
 */
export function openWebSocket(url: string, listener: SocketListener): Socket {
  let trouble = '';
  const socket = new WebSocket(url, {
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    maxPayload: MOST_BYTES,
    perMessageDeflate: false,
  });
  socket.on('open', () => listener.opened());
  socket.on('ping', () => listener.pinged());
  socket.on('message', (data) => listener.received(bytesOf(data)));
  socket.on('error', (error) => (trouble = error.message));
  socket.on('close', (code, reason) => {
    const said = reason.toString();
    listener.ended([`closed with ${code}`, said, trouble].filter(Boolean).join(': '));
  });
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket.close(),
    terminate: () => socket.terminate(),
  };
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
