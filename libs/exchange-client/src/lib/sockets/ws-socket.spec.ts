import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Socket } from './socket.ts';
import { openWebSocket } from './ws-socket.ts';

let server: WebSocketServer;
let theirs: WebSocket;
let ours: Socket;
let told: string[];
let onTold: () => void;

/** Resolves when something has been told that begins like this. */
async function hears(start: string): Promise<void> {
  while (!told.some((text) => text.startsWith(start)))
    await new Promise<void>((resolve) => (onTold = resolve));
}

function connect(url: string): Socket {
  const tell = (text: string) => {
    told.push(text);
    onTold();
  };
  return openWebSocket(url, {
    opened: () => tell('opened'),
    received: (bytes) => tell(`received ${new TextDecoder().decode(bytes)}`),
    pinged: () => tell('pinged'),
    ended: (reason) => tell(`ended ${reason}`),
  });
}

const isAddress = (value: AddressInfo | string | null): value is AddressInfo =>
  typeof value === 'object' && value !== null;
const urlOf = (started: WebSocketServer) => {
  const address = started.address();
  return `ws://127.0.0.1:${isAddress(address) ? address.port : 0}`;
};

beforeEach(async () => {
  [told, onTold] = [[], () => undefined];
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const connected = new Promise<WebSocket>((resolve) => server.once('connection', resolve));
  ours = connect(urlOf(server));
  theirs = await connected;
  await hears('opened');
});

afterEach(async () => {
  ours.terminate();
  await hears('ended');
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
});

describe('a connection of Node', () => {
  it('carries messages both ways', async () => {
    const arrived = once(theirs, 'message');
    ours.send('to them');
    expect(String((await arrived)[0])).toBe('to them');
    theirs.send('to us');
    await hears('received to us');
  });

  it('E3: answers a ping with its own payload by itself, and tells of it', async () => {
    const pong = once(theirs, 'pong');
    theirs.ping('1700000000000');
    expect(String((await pong)[0])).toBe('1700000000000');
    await hears('pinged');
  });

  it('tells why it has ended', async () => {
    theirs.close(1008, 'Pong timeout');
    await hears('ended');
    expect(told).toEqual(['opened', 'ended closed with 1008: Pong timeout']);
  });

  it('E2: is over at once when it is terminated, and then sends nothing', async () => {
    ours.terminate();
    ours.send('too late');
    await hears('ended');
    expect(told).toEqual(['opened', 'ended closed with 1006']);
  });

  it('E11: survives a reset, and an address where nobody listens', async () => {
    const url = urlOf(server);
    theirs.terminate();
    await hears('ended');
    for (const client of server.clients) client.terminate();
    await new Promise((resolve) => server.close(resolve));
    told = [];
    ours = connect(url);
    await hears('ended');
    expect(told).toEqual([expect.stringMatching(/^ended closed with 1006: connect ECONNREFUSED/)]);
  });

  it('can be given up before it is there', async () => {
    told = [];
    ours = connect(urlOf(server));
    ours.terminate();
    await hears('ended');
    expect(told.length).toBe(1);
  });
});
