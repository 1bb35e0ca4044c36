import { generateKeyPairSync } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import type { LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { cancelOf, resting } from '../../../../test/local-venue.ts';
import { HastyClock } from '../../../../test/hasty-clock.ts';
import type { Signer } from '../../signing/signer.ts';
import { hmacSigner, privateKeySigner } from '../../signing/signer.ts';
import type { HttpTransport } from '../../transport/http-transport.ts';
import { httpTransport } from '../../transport/http-transport.ts';
import type { Binance } from './connect-binance.ts';
import { connectBinance } from './connect-binance.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 'the-secret-of-the-account-0123456789' };
const LOOKING = { apiKey: 'l'.repeat(64), secret: 'another-secret-of-the-account-98765', canTrade: false };
const ED25519 = generateKeyPairSync('ed25519');
const PEM = ED25519.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ED25519_KEY = {
  apiKey: 'e'.repeat(64),
  publicKey: ED25519.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

let exchange: LocalBinance;
beforeAll(async () => {
  exchange = await startLocalBinance({
    ...{ speed: 0, market: [] },
    accounts: [
      { accountId: 'me', balances: { USDT: '100000', BTC: '1' }, keys: [KEY, LOOKING, ED25519_KEY] },
    ],
  });
});
afterAll(() => exchange.close());

/** What a test has opened; closed behind it, and also when it fails. */
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** Everything that anybody could have written down, and the signatures that were sent. */
const told: unknown[] = [];
const signatures: string[] = [];
beforeAll(() => {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void told.push(words));
});
afterAll(() => jest.restoreAllMocks());

function listening(transport: HttpTransport): HttpTransport {
  return {
    ...transport,
    send: (request) => {
      const signature = /signature=([^&]*)/.exec(request.path)?.[1];
      if (signature !== undefined) signatures.push(signature, decodeURIComponent(signature));
      return transport.send(request);
    },
  };
}

interface Session {
  readonly origin?: string;
  readonly signer?: Signer;
  readonly clockErrorMs?: number;
}

/** A client whose every word is remembered. */
function open({ origin = exchange.restUrl, signer, clockErrorMs = 0 }: Session = {}): Binance {
  const clock = new HastyClock();
  const binance = connectBinance({
    ...{ origin, signer: signer ?? hmacSigner(KEY.apiKey, KEY.secret) },
    clock: { now: () => Date.now() + clockErrorMs, schedule: (ms, task) => clock.schedule(ms, task) },
    transport: listening(httpTransport({ origin })),
    guard: { retries: 0, failuresToOpen: 3, onCircuit: (state) => told.push(state) },
    notices: {
      log: {
        info: (message, fields) => told.push([message, fields]),
        warn: (message, fields) => told.push([message, fields]),
      },
      onEvent: (event) => told.push(event),
      onMetric: (name, value) => told.push([name, value]),
    },
  });
  opened.push(() => binance.close());
  return binance;
}

/** What a session of everything that is signed is told. */
async function session(options: Session): Promise<{ readonly reads: string; readonly orders: string }> {
  const binance = open(options);
  const markets = await binance.markets.read();
  const balances = await binance.account.balances();
  const known = markets.kind === 'read' ? await placed(binance) : [];
  const answers = [markets, balances, await binance.openOrders.read(), ...known];
  told.push(answers, binance);
  const reasonIn = (answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'reason' in answer ? String(answer.reason) : '';
  const orders = known.map(reasonIn).find((text) => text !== '') ?? '';
  return { reads: reasonIn(balances), orders };
}

async function placed(binance: Binance): Promise<readonly unknown[]> {
  const order = resting(`os-${signatures.length}`, { time: Date.now() });
  const { orders, lists } = binance;
  const placing = await orders.place(order);
  return [
    placing,
    await orders.query('BTCUSDT', order.clientOrderId),
    await orders.cancel(cancelOf(order.clientOrderId)),
    await lists.queryList('nobody'),
  ];
}

/** A server of our own on loopback, and its address. */
async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('bad input is met with what to do', () => {
  it('a wrong key: which one, for which exchange, and from where', async () => {
    const { reads, orders } = await session({ signer: hmacSigner('x'.repeat(64), KEY.secret) });
    for (const text of [reads, orders]) {
      expect(text).toContain('Check BINANCE_API_KEY');
      expect(text).toContain('made for this exchange');
    }
  });

  it('something that is no key: how it should look', async () => {
    const { reads } = await session({ signer: hmacSigner('short', KEY.secret) });
    expect(reads).toContain('has not the form of an API key');
  });

  it('a wrong secret: that it does not belong to the key', async () => {
    const { reads, orders } = await session({ signer: hmacSigner(KEY.apiKey, 'not-the-secret-of-this-key') });
    for (const text of [reads, orders])
      expect(text).toContain('The secret does not belong to the API key: check BINANCE_API_SECRET');
  });

  it('a key without permission: what it may not do', async () => {
    const { reads, orders } = await session({ signer: hmacSigner(LOOKING.apiKey, LOOKING.secret) });
    expect(reads).toBe('');
    expect(orders).toContain('that it may do this (reading, spot trading)');
  });

  it('an unknown symbol: which one is near', async () => {
    const binance = open();
    await binance.markets.read();
    const asking = binance.orders.place(resting('os-1', { symbol: 'BTCUSD', time: Date.now() }));
    await expect(asking).rejects.toThrow(/no such market; found BTCUSD; .*Did you mean BTCUSDT\?/);
    told.push(await asking.catch((error: unknown) => error));
  });

  it('an unknown symbol before the markets were read: that they must be', async () => {
    const binance = open();
    await expect(binance.orders.query('BTCUSDT', 'os-1')).rejects.toThrow('Read the markets first.');
  });

  it.each([-60_000, 60_000])(
    'a clock off by %i ms: that it has been set, and to ask again',
    async (clockErrorMs) => {
      const binance = open({ clockErrorMs });
      await binance.markets.read();
      const order = resting(`os-${clockErrorMs}`, { time: Date.now() + clockErrorMs });
      const first = await binance.orders.place(order);
      expect(first).toMatchObject({ kind: 'rejected', code: -1021 });
      expect(first.kind === 'rejected' && first.reason).toContain(
        'The clock has been set by the time of the exchange: ask again.',
      );
      const second = await binance.orders.place({ ...order, clientOrderId: `${order.clientOrderId}-again` });
      expect([second.kind, 'reason' in second ? second.reason : '']).toEqual(['accepted', '']);
      // A question is asked again by itself.
      const { reads } = await session({ clockErrorMs });
      expect(reads).toBe('');
      told.push(first);
    },
  );

  it('a base URL that refuses connections: where nobody answers', async () => {
    const server = createServer();
    const origin = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { reads } = await session({ origin });
    expect(reads).toContain(`ECONNREFUSED ${origin.slice('http://'.length)}`);
    expect(reads).toContain('Nobody answers there: check the base URL and its port');
  });

  it.each([200, 403, 407, 502])(
    'a proxy that answers HTML with %i: that it is none of the exchange',
    async (status) => {
      const proxy = createHttpServer((_, response) => {
        response.writeHead(status, { 'content-type': 'text/html' });
        response.end('<html><body><h1>Please sign in</h1></body></html>');
      });
      opened.push(() => {
        proxy.closeAllConnections();
        return new Promise((resolve) => proxy.close(resolve));
      });
      const origin = await listen(proxy);
      const binance = open({ origin });
      const markets = await binance.markets.read();
      const reason = markets.kind === 'unread' ? markets.reason : '';
      expect(reason).toContain('Please sign in');
      expect(reason).toContain('check the base URL and the proxy settings');
      told.push(markets);
    },
  );

  it('a private key that cannot be read: what it should be, without a letter of it', () => {
    const torn = PEM.replace('PRIVATE KEY', 'SECRET');
    expect(() => privateKeySigner('e'.repeat(64), torn)).toThrow(
      /allowed: an Ed25519 or RSA private key in PEM/,
    );
    try {
      privateKeySigner('e'.repeat(64), torn);
    } catch (error) {
      told.push(error);
    }
  });
});

describe('what is told in all these sessions', () => {
  it('holds no secret, no private key and no signature', async () => {
    const good = [hmacSigner(KEY.apiKey, KEY.secret), privateKeySigner(ED25519_KEY.apiKey, PEM)];
    for (const signer of good) {
      expect(await session({ signer })).toEqual({ reads: '', orders: '' });
      told.push(signer);
    }
    expect(signatures.length).toBeGreaterThan(50);
    expect(told.length).toBeGreaterThan(20);
    const text = inspect(told, {
      depth: null,
      showHidden: true,
      maxArrayLength: null,
      maxStringLength: null,
    });
    const body = PEM.split('\n')[1] ?? '';
    expect(body.length).toBeGreaterThan(20);
    const secrets = [KEY.secret, LOOKING.secret, 'not-the-secret-of-this-key', body, ...new Set(signatures)];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    // The search finds what is there.
    expect(text).toContain('Please sign in');
  });
});
