import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpTransport } from './http-transport.ts';
import { httpTransport } from './http-transport.ts';

let server: Server | undefined;
let transport: HttpTransport | undefined;

afterEach(async () => {
  await transport?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  [server, transport] = [undefined, undefined];
});

async function serving(listener: RequestListener, replyTimeoutMs = 5000): Promise<HttpTransport> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  transport = httpTransport({ origin: `http://127.0.0.1:${portOf(started)}`, replyTimeoutMs });
  return transport;
}

function portOf(started: Server): number {
  const address: AddressInfo | string | null = started.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const GET = { method: 'GET', path: '/api/v3/time', headers: {} } as const;
const POST = {
  method: 'POST',
  path: '/api/v3/order?symbol=BTCUSDT',
  headers: { 'x-mbx-apikey': 'key' },
} as const;

describe('a transport', () => {
  it('gives status, headers and body as they came', async () => {
    const { send } = await serving((request, reply) => {
      reply.writeHead(418, { 'Retry-After': '7', 'X-MBX-USED-WEIGHT-1M': '12' });
      reply.end(`${request.method} ${request.url} ${String(request.headers['x-mbx-apikey'])}`);
    });
    expect(await send(POST)).toMatchObject({
      kind: 'reply',
      status: 418,
      headers: { 'retry-after': '7', 'x-mbx-used-weight-1m': '12' },
      body: 'POST /api/v3/order?symbol=BTCUSDT key',
    });
  });

  it('keeps a page of HTML behind an error', async () => {
    const { send } = await serving((_, reply) => {
      reply.writeHead(502, { 'content-type': 'text/html' });
      reply.end('<html>Bad Gateway</html>');
    });
    expect(await send(GET)).toMatchObject({ kind: 'reply', status: 502, body: '<html>Bad Gateway</html>' });
  });

  it('uses its connections again', async () => {
    const ports = new Set<number | undefined>();
    const { send } = await serving((request, reply) => {
      ports.add(request.socket.remotePort);
      reply.end('{}');
    });
    for (let round = 0; round < 20; round += 1) await send(GET);
    expect(ports.size).toBeLessThan(3);
  });

  it('sends a request once, even if the connection breaks before the answer', async () => {
    let seen = 0;
    const { send } = await serving((request) => {
      seen += 1;
      request.socket.destroy();
    });
    expect(await send(POST)).toMatchObject({ kind: 'failure', reason: 'cut', mayHaveArrived: true });
    expect(await send(GET)).toMatchObject({ kind: 'failure', reason: 'cut', mayHaveArrived: true });
    expect(seen).toBe(2);
  });

  it('does not wait for ever, and cannot tell whether the request arrived', async () => {
    const { send } = await serving(() => undefined, 1);
    expect(await send(POST)).toMatchObject({ kind: 'failure', reason: 'replyTimeout', mayHaveArrived: true });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { origin } = await serving(() => undefined);
    const closed = server;
    await new Promise((resolve) => closed?.close(resolve));
    const { send } = httpTransport({ origin });
    expect(await send(POST)).toMatchObject({ kind: 'failure', reason: 'refused', mayHaveArrived: false });
  });

  it('fails what is under way when it is closed', async () => {
    const started = await serving(() => undefined);
    const outcome = started.send(POST);
    await started.close();
    expect(await outcome).toMatchObject({ kind: 'failure', mayHaveArrived: true });
  });
});
