import { generateKeyPairSync } from 'node:crypto';
import type { LocalVenueOptions } from '../../../../test/local-venue.ts';
import { cancelOf, resting } from '../../../../test/local-venue.ts';
import type { TimedVenue } from '../../../../test/timed-venue.ts';
import { openTimedVenue } from '../../../../test/timed-venue.ts';
import { privateKeySigner } from '../../signing/signer.ts';

let venue: TimedVenue;
afterEach(() => venue.close());

const open = async (options: LocalVenueOptions = {}) => {
  venue = await openTimedVenue(options);
};

/** I1: what has become of orders on the exchange. */
function ordersEver(): readonly string[] {
  const page = { fromId: null, startTime: null, endTime: null, limit: 1000 };
  return venue.exchange.world.records.accounts
    .orders({ accountId: 'me', symbol: 'BTCUSDT' }, page)
    .map(({ clientOrderId, status }) => `${clientOrderId} ${status}`);
}

const sent = (method: string, path = '/api/v3/order') =>
  venue.seen.filter((request) => request.method === method && request.path === path);

describe('C1: a clock that is off', () => {
  it.each([90_000, -90_000])(
    'by %i ms: a question is asked once more, an order is not',
    async (clockErrorMs) => {
      await open({ clockErrorMs });
      expect(await venue.orders.query('BTCUSDT', 'os-1')).toEqual({ kind: 'absent' });
      expect(sent('GET').length).toBe(2);
      venue.exchange.faults.add({ kind: 'clock', aheadMs: 2 * clockErrorMs });
      expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: -1021 });
      expect([sent('POST').length, ordersEver()]).toEqual([1, []]);
      expect(await venue.orders.place(resting('os-2'))).toMatchObject({ kind: 'accepted' });
      expect(ordersEver()).toEqual(['os-2 new']);
      expect(venue.time.nowMs()).toBe(venue.exchange.world.protocolTime.now());
    },
  );
});

describe('C3: a network so slow that requests come too late', () => {
  it('is given more time by later requests, and an order that came too late is not sent again', async () => {
    await open();
    await venue.rest.synchronise();
    venue.exchange.faults.add({ kind: 'request', match: { path: '/api/v3/order' }, delayBeforeMs: 6000 });
    const late = venue.orders.place(resting('os-1'));
    await venue.pass(7000);
    expect(await late).toMatchObject({ kind: 'rejected', code: -1021 });
    const inTime = venue.orders.place(resting('os-2'));
    await venue.pass(7000);
    expect(await inTime).toMatchObject({ kind: 'accepted' });
    expect(sent('POST').map(({ query }) => query.get('recvWindow'))).toEqual(['5000', '10000']);
    expect(ordersEver()).toEqual(['os-2 new']);
  });

  it('is not met with a storm: one order, one question of the time, and never more than 60 s', async () => {
    await open();
    await venue.rest.synchronise();
    venue.exchange.faults.add({ kind: 'request', match: { path: '/api/v3/order' }, delayBeforeMs: 61_000 });
    const widths: (string | null)[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const before = venue.seen.length;
      const order = venue.orders.place(resting(`os-${attempt}`));
      await venue.pass(62_000);
      expect(await order).toMatchObject({ kind: 'rejected', code: -1021 });
      const requests = venue.seen.slice(before);
      expect(requests.map(({ path }) => path)).toEqual(['/api/v3/order', '/api/v3/time']);
      widths.push(requests[0]?.query.get('recvWindow') ?? null);
    }
    expect(widths).toEqual(['5000', '10000', '20000', '40000', '60000', '60000']);
    expect(ordersEver()).toEqual([]);
  }, 30_000);

  it('is told from a clock that is off: that one is put right, and no order may act late', async () => {
    await open({ clockErrorMs: -90_000 });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: -1021 });
    expect(await venue.orders.place(resting('os-2'))).toMatchObject({ kind: 'accepted' });
    expect(sent('POST').map(({ query }) => query.get('recvWindow'))).toEqual(['5000', '5000']);
  });
});

describe('C4: what must be encoded', () => {
  it.each(['rsa', 'ed25519'] as const)(
    'is signed as it is sent: 20 signatures of %s are all taken, with + and / among them',
    async (type) => {
      const { publicKey, privateKey } =
        type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
      const apiKey = 'r'.repeat(64);
      const key = { apiKey, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
      const signer = privateKeySigner(apiKey, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
      await open({
        signer,
        exchange: { accounts: [{ accountId: 'me', balances: { USDT: '100000' }, keys: [key] }] },
      });
      for (let number = 0; number < 20; number++) {
        venue.clock.pass(1);
        expect(await venue.orders.query('BTCUSDT', `os-${number}`)).toEqual({ kind: 'absent' });
      }
      const signatures = sent('GET').map(({ query }) => query.get('signature') ?? '');
      expect(signatures.length).toBe(20);
      expect(signatures.some((signature) => signature.includes('+'))).toBe(true);
      expect(signatures.some((signature) => signature.includes('/'))).toBe(true);
    },
  );

  it.each(['a.b:c/d-e_f', '１２３４５６', "it's (50 %) & more=+~*!"])(
    'is signed as it is sent: parameter %s',
    async (value) => {
      await open();
      const parameters = { symbol: 'BTCUSDT', origClientOrderId: value };
      const request = { method: 'GET', path: '/api/v3/order', parameters, isSigned: true } as const;
      // The exchange may well have no such order, or take no such name: it has read the signature before.
      const outcome = await venue.rest.send(request, 'bulk');
      expect(outcome).toMatchObject({ kind: 'refusal' });
      expect(outcome).not.toMatchObject({ code: -1022 });
      expect(sent('GET')[0]?.query.get('origClientOrderId')).toBe(value);
    },
  );
});

describe('C2: a clock of the exchange that jumps', () => {
  it('is followed, by the next question or order', async () => {
    await open();
    await venue.rest.synchronise();
    venue.exchange.faults.add({ kind: 'clock', aheadMs: 90_000 });
    expect(await venue.orders.query('BTCUSDT', 'os-1')).toEqual({ kind: 'absent' });
    expect(venue.time.nowMs()).toBe(venue.exchange.world.protocolTime.now());
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'accepted' });
  });
});

describe('C5: a key that is not allowed', () => {
  it('differs from a secret that is wrong', async () => {
    await open({ secret: 'wrong' });
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: -1022 });
  });

  it('is told with its code, is not tried again, and what is public goes on', async () => {
    await open({ apiKey: 'x'.repeat(64) });
    const before = venue.seen.length;
    expect(await venue.orders.place(resting('os-1'))).toMatchObject({ kind: 'rejected', code: -2015 });
    expect(await venue.orders.cancel(cancelOf('os-1'))).toMatchObject({ kind: 'rejected', code: -2015 });
    expect((await venue.orders.query('BTCUSDT', 'os-1')).kind).toBe('unknown');
    await venue.pass(60_000);
    expect(venue.seen.length - before).toBe(3);
    expect(await venue.markets.reload()).toMatchObject({ kind: 'read' });
    expect(venue.ledger.isSilent).toBe(false);
    expect(ordersEver()).toEqual([]);
  });
});
