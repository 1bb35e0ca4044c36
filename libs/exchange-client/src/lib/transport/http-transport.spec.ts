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

async function serving(
  listener: RequestListener,
  { replyTimeoutMs = 5000, connections = 160 } = {},
): Promise<HttpTransport> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(started)}`;
  transport = httpTransport({ origin, replyTimeoutMs, connections });
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

  it('puts an answer together that comes in parts', async () => {
    const part = '€'.repeat(50_000);
    const { send } = await serving((_, reply) => {
      reply.write(part);
      setImmediate(() => reply.end(part));
    });
    expect(await send(GET)).toMatchObject({ status: 200, body: part + part });
  });

  it('has no more connections than it may, and one request at a time on each', async () => {
    const ports = new Set<number | undefined>();
    let [underWay, most] = [0, 0];
    const { send } = await serving(
      (request, reply) => {
        ports.add(request.socket.remotePort);
        most = Math.max(most, (underWay += 1));
        setImmediate(() => {
          underWay -= 1;
          reply.end(request.url);
        });
      },
      { connections: 2 },
    );
    const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
    const outcomes = await Promise.all(paths.map((path) => send({ ...POST, path })));
    expect(outcomes.map((outcome) => outcome.kind === 'reply' && outcome.body)).toEqual(paths);
    expect(ports.size).toBe(2);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('goes on after a connection that broke, with what waited for it', async () => {
    let seen = 0;
    const { send } = await serving(
      (request, reply) => {
        seen += 1;
        if (seen === 1) request.socket.destroy();
        else reply.end('{}');
      },
      { connections: 1 },
    );
    const outcomes = await Promise.all([send(POST), send(POST)]);
    expect(outcomes).toMatchObject([
      { kind: 'failure', reason: 'cut' },
      { kind: 'reply', status: 200 },
    ]);
    expect(seen).toBe(2);
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
    const { send } = await serving(() => undefined, { replyTimeoutMs: 1 });
    expect(await send(POST)).toMatchObject({ kind: 'failure', reason: 'replyTimeout', mayHaveArrived: true });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const { send } = await serving(() => undefined);
    const closed = server;
    await new Promise((resolve) => closed?.close(resolve));
    expect(await send(POST)).toMatchObject({ kind: 'failure', reason: 'refused', mayHaveArrived: false });
  });

  it('fails what is under way when it is closed', async () => {
    const started = await serving(() => undefined);
    const outcome = started.send(POST);
    await started.close();
    expect(await outcome).toMatchObject({ kind: 'failure', mayHaveArrived: true });
    expect(await started.send(POST)).toMatchObject({ kind: 'failure', reason: 'closed' });
  });

  it('sends nothing after it was closed, used before or not', async () => {
    let seen = 0;
    const started = await serving(() => (seen += 1));
    await started.close();
    expect(await started.send(POST)).toMatchObject({ kind: 'failure', reason: 'closed' });
    expect(seen).toBe(0);
  });

  it('fails what waits for a connection too when it is closed', async () => {
    const started = await serving(() => undefined, { connections: 1 });
    const outcomes = Promise.all([started.send(POST), started.send(POST)]);
    await started.close();
    expect(await outcomes).toMatchObject([{ kind: 'failure' }, { kind: 'failure', reason: 'closed' }]);
  });
});
