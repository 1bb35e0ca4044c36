import type { ApiScene } from '../../testing/api-story.ts';
import { openApiScene, RESTING } from '../../testing/api-story.ts';
import { rsaSigner } from '../../testing/socket-signer.ts';
import type { TestSocket } from '../../testing/test-socket.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';

let scene: ApiScene;
let client: TestSocket;
beforeEach(async () => {
  scene = await openApiScene();
  client = await scene.connect();
});
afterEach(() => scene.close());

const logOn = () => client.ask({ id: 1, method: 'session.logon', params: scene.bob.sign(scene.now()) });
const STATUS = {
  apiKey: 'E'.repeat(64),
  authorizedSince: NEW_YEAR_MS,
  connectedSince: NEW_YEAR_MS,
  returnRateLimits: true,
  serverTime: NEW_YEAR_MS,
  userDataStream: false,
};
const NOBODY = { ...STATUS, apiKey: null, authorizedSince: null };

describe('WebSocket API session.logon', () => {
  it('lets a connection speak in the name of an Ed25519 key', async () => {
    expect(await logOn()).toMatchObject({ id: 1, status: 200, result: STATUS });
  });

  it('makes keys and signatures needless, but not the time', async () => {
    await logOn();
    const placed = { id: 2, method: 'order.place', params: { ...RESTING, ...scene.now() } };
    expect(await client.ask(placed)).toMatchObject({ status: 200, result: { status: 'NEW' } });
    expect(await client.ask({ id: 3, method: 'account.status' })).toMatchObject({
      status: 400,
      error: { code: -1102, msg: expect.stringContaining("'timestamp'") },
    });
    const late = { id: 4, method: 'account.status', params: { timestamp: NEW_YEAR_MS - 5001 } };
    expect(await client.ask(late)).toMatchObject({ error: { code: -1021 } });
  });

  it('leaves requests that are signed to their own key', async () => {
    await logOn();
    const params = scene.alice.sign({ ...RESTING, ...scene.now() });
    expect(await client.ask({ id: 2, method: 'order.place', params })).toMatchObject({ status: 200 });
    const { world } = scene;
    expect([world.exchange.openOrders('alice').length, world.exchange.openOrders('bob').length]).toEqual([
      1, 0,
    ]);
  });

  it('takes no other kind of key', async () => {
    const rsa = rsaSigner();
    const { apiKey } = rsa.setup;
    if (!('publicKey' in rsa.setup)) throw new Error('That is no pair of keys.');
    scene.world.keys.add({
      apiKey,
      accountId: 'alice',
      material: { kind: 'rsa', publicKey: rsa.setup.publicKey },
      permissions: { canRead: true, canTrade: true },
      addresses: null,
      createdAt: NEW_YEAR_MS,
    });
    for (const [signer, algorithm] of [
      [scene.alice, 'HMAC_SHA256'],
      [rsa, 'RSA'],
    ] as const) {
      const params = signer.sign(scene.now());
      expect(await client.ask({ id: 1, method: 'session.logon', params })).toMatchObject({
        status: 400,
        error: { code: -4056, msg: `${algorithm} API key is not supported.` },
      });
    }
  });

  it('refuses a wrong signature, and leaves the connection as it was', async () => {
    const params = { ...scene.bob.sign(scene.now()), signature: 'AAAA' };
    expect(await client.ask({ id: 1, method: 'session.logon', params })).toMatchObject({
      status: 400,
      error: { code: -1022 },
    });
    expect(await client.ask({ id: 2, method: 'session.status' })).toMatchObject({ result: NOBODY });
  });
});

describe('WebSocket API session.status', () => {
  it('tells who is logged on', async () => {
    expect(await client.ask({ id: 1, method: 'session.status' })).toMatchObject({
      status: 200,
      result: NOBODY,
    });
    await logOn();
    scene.clock.pass(1000);
    expect(await client.ask({ id: 2, method: 'session.status' })).toMatchObject({
      result: { ...STATUS, serverTime: NEW_YEAR_MS + 1000 },
    });
  });

  it('tells whether the session hears what happens on its account', async () => {
    await logOn();
    await client.ask({ id: 2, method: 'userDataStream.subscribe' });
    expect(await client.ask({ id: 3, method: 'session.status' })).toMatchObject({
      result: { ...STATUS, userDataStream: true },
    });
  });

  it('tells times in microseconds where the connection asks for them', async () => {
    const other = await scene.connect('?timeUnit=MICROSECOND');
    expect(await other.ask({ id: 1, method: 'session.status' })).toMatchObject({
      result: { connectedSince: NEW_YEAR_MS * 1000, serverTime: NEW_YEAR_MS * 1000 },
    });
  });
});

describe('WebSocket API session.logout', () => {
  it('makes the connection nobody’s, and ends what it heard of the account', async () => {
    await logOn();
    await client.ask({ id: 2, method: 'userDataStream.subscribe' });
    expect(await client.ask({ id: 3, method: 'session.logout' })).toEqual({
      subscriptionId: 0,
      event: { e: 'eventStreamTerminated', E: NEW_YEAR_MS },
    });
    expect(await client.next()).toMatchObject({ id: 3, status: 200, result: NOBODY });
    const params = scene.now();
    expect(await client.ask({ id: 4, method: 'account.status', params })).toMatchObject({
      error: { code: -1102, msg: expect.stringContaining("'apiKey'") },
    });
  });

  it('leaves alone what was subscribed by signature', async () => {
    const params = scene.alice.sign(scene.now());
    await client.ask({ id: 1, method: 'userDataStream.subscribe.signature', params });
    await logOn();
    expect(await client.ask({ id: 3, method: 'session.logout' })).toMatchObject({ id: 3, result: NOBODY });
    expect(await client.ask({ id: 4, method: 'session.subscriptions' })).toMatchObject({
      result: [{ subscriptionId: 0 }],
    });
  });
});

describe('WebSocket API session.subscriptions', () => {
  it('lists what the connection hears', async () => {
    expect(await client.ask({ id: 1, method: 'session.subscriptions' })).toMatchObject({ result: [] });
    await logOn();
    await client.ask({ id: 2, method: 'userDataStream.subscribe' });
    const params = scene.alice.sign(scene.now());
    await client.ask({ id: 3, method: 'userDataStream.subscribe.signature', params });
    expect(await client.ask({ id: 4, method: 'session.subscriptions' })).toMatchObject({
      status: 200,
      result: [{ subscriptionId: 0 }, { subscriptionId: 1 }],
    });
  });
});

describe('a key that is taken back', () => {
  it('ends the session that it was logged on with', async () => {
    await logOn();
    scene.world.keys.remove('E'.repeat(64));
    expect(await client.ask({ id: 2, method: 'account.status', params: scene.now() })).toEqual({
      id: null,
      status: 401,
      error: { code: -2015, msg: 'Invalid API-key, IP, or permissions for action.' },
    });
    expect(await client.next()).toMatchObject({ id: 2, status: 401, error: { code: -2015 } });
    expect(await client.ask({ id: 3, method: 'session.status' })).toMatchObject({ result: NOBODY });
  });
});
