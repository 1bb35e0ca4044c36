import { generateKeyPairSync, verify } from 'node:crypto';
import type { Rng } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import { z } from 'zod';
import { StubSockets } from '../../../../../test/stub-sockets.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import { socketPayload } from '../../../signing/signed-query.ts';
import { hmacSigner, privateKeySigner } from '../../../signing/signer.ts';
import { Pace } from '../../../sockets/pace.ts';
import { DOCUMENTED_LIMITS } from '../instruments/rate-limits.ts';
import type { Reading } from '../rest/reading.ts';
import { UserDataSession } from './user-data-session.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const START = 1_700_000_040_000;
/** Chance that makes every wait as long as it can be. */
const LONGEST: Rng = { uniform: () => 0, normal: () => 0 };
const HMAC = hmacSigner('the-key', 'the-secret');

const request = z.object({
  id: z.number(),
  method: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

function openSession({ signer = HMAC } = {}) {
  const clock = new ManualClock(START);
  const stub = new StubSockets();
  const nowMs = () => clock.now();
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs, guardMs: 0 });
  const told: string[] = [];
  const asked: string[] = [];
  const heard: unknown[] = [];
  let readings: readonly Reading<readonly never[]>[] = [];
  const session = new UserDataSession(
    {
      ...{ url: 'ws://stub', open: stub.open, signer, clock, rng: LONGEST, nowMs, ledger },
      ...{ attempts: new Pace(100, SECOND_MS), reconcileEveryMs: 300 * SECOND_MS },
      synchronise: () => Promise.resolve(asked.push('time')),
    },
    {
      run: () => {
        asked.push('everything');
        const [first, ...rest] = readings;
        readings = rest;
        return Promise.resolve(first ?? { kind: 'read', value: [] });
      },
    },
    {
      heard: (event) => heard.push(event),
      tell: ({ kind }) => told.push(kind),
      notice: (notice) => told.push(['reason' in notice ? notice.reason : '', notice.kind].join(' ').trim()),
      healthy: () => undefined,
    },
  );
  const requests = () => stub.last.texts.map((text) => request.parse(JSON.parse(text)));
  /** Lets what waits for answers go on. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const confirm = () =>
    stub.last.says(`{"id":${requests().length},"status":200,"result":{"subscriptionId":0}}`);
  /** Lets the last connection be made and its subscription be confirmed. */
  const connect = async () => {
    clock.pass(0);
    stub.last.open();
    confirm();
    await settle();
  };
  /** Lets time pass with the exchange's pings on every connection. */
  const live = (ms: number) => {
    for (let left = ms; left > 0; left -= 20 * SECOND_MS) {
      clock.pass(Math.min(left, 20 * SECOND_MS));
      for (const socket of stub.all) socket.ping();
    }
  };
  const answerNext = (next: readonly Reading<readonly never[]>[]) => (readings = next);
  return {
    clock,
    stub,
    ledger,
    told,
    asked,
    heard,
    session,
    requests,
    settle,
    confirm,
    connect,
    live,
    answerNext,
  };
}

describe('the session of an account', () => {
  it('subscribes by a signature over the sorted parameters', async () => {
    const { requests, connect, told } = openSession();
    await connect();
    const [sent] = requests();
    const { signature, ...signed } = sent?.params ?? {};
    expect(sent).toMatchObject({ id: 1, method: 'userDataStream.subscribe.signature' });
    expect(signed).toEqual({ apiKey: 'the-key', recvWindow: 5000, timestamp: START });
    expect(signature).toBe(HMAC.sign(`apiKey=the-key&recvWindow=5000&timestamp=${START}`));
    expect(told).toEqual(['reconciled']);
  });

  it('F2: signs anew after a loss, by the time that it then is', async () => {
    const { requests, connect, clock, stub, told } = openSession();
    await connect();
    clock.pass(30 * SECOND_MS);
    stub.last.cut();
    clock.pass(500);
    await connect();
    expect(stub.all.length).toBe(2);
    const timestamp = START + 30_500;
    expect(requests()[0]?.params).toMatchObject({
      ...{ timestamp, signature: HMAC.sign(`apiKey=the-key&recvWindow=5000&timestamp=${timestamp}`) },
    });
    expect(told).toEqual([
      ...['reconciled', 'closed with 1006 disconnected', 'connectionLost', 'closed with 1006 attemptFailed'],
      ...['reconciled', 'connectionRestored'],
    ]);
  });

  it('logs on first with an Ed25519 key, and subscribes in the name of who is logged on', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { requests, connect, confirm, settle, told } = openSession({
      signer: privateKeySigner('the-key', pem),
    });
    await connect();
    confirm();
    await settle();
    const [logon, subscription] = requests();
    expect([logon?.method, subscription]).toEqual([
      'session.logon',
      { id: 2, method: 'userDataStream.subscribe' },
    ]);
    const { signature, ...signed } = logon?.params ?? {};
    const payload = Buffer.from(socketPayload(signed));
    expect(verify(null, payload, publicKey, Buffer.from(String(signature), 'base64'))).toBe(true);
    expect(told).toEqual(['reconciled']);
  });

  it('hears events as they come', async () => {
    const { connect, stub, heard } = openSession();
    await connect();
    stub.last.says('{"subscriptionId":0,"event":{"e":"executionReport","I":7}}');
    expect(heard).toEqual([{ e: 'executionReport', I: 7 }]);
  });

  it('E12: survives what it cannot read', async () => {
    const { connect, stub, told, heard } = openSession();
    await connect();
    for (const text of ['{"event":', '[]', '7', '{"event":{"E":1}}', '{"id":99,"status":200,"result":null}'])
      stub.last.says(text);
    expect(told).toEqual(['reconciled', 'unreadable', 'unreadable', 'unreadable', 'unreadable']);
    expect([heard, stub.last.end]).toEqual([[], null]);
  });

  it('E2: ends a connection that does not ping for 60 s', async () => {
    const { connect, clock, stub, told } = openSession();
    await connect();
    clock.pass(59_999);
    expect(stub.last.end).toBeNull();
    clock.pass(1);
    expect([stub.all[0]?.end, told.slice(-3)]).toEqual([
      'terminated',
      ['no ping for 60 s disconnected', 'connectionLost', 'no ping for 60 s attemptFailed'],
    ]);
  });

  it('ends a connection whose subscription is not answered within 10 s', () => {
    const { clock, stub, told } = openSession();
    clock.pass(0);
    stub.last.open();
    clock.pass(10_000);
    expect([stub.last.end, told]).toEqual(['terminated', ['no reply within 10 s attemptFailed']]);
  });

  it('D5: waits twice as long before each attempt, up to a minute', () => {
    const { clock, stub } = openSession();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const from = clock.now();
      while (stub.all.length === attempt) clock.pass(100);
      waits.push(clock.now() - from);
      stub.last.cut();
    }
    expect(waits).toEqual([100, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('E4: has another connection take over before 24 h are over, and is reconciled, but never lost', async () => {
    const { connect, live, clock, stub, told, asked } = openSession();
    await connect();
    live(23.5 * HOUR_MS);
    expect([stub.all.length, stub.all[0]?.end]).toEqual([2, null]);
    clock.pass(0);
    const before = asked.length;
    await connect();
    expect([stub.all[0]?.end, asked.length - before]).toEqual(['closed', 1]);
    expect(told.filter((kind) => kind !== 'reconciled')).toEqual(['renewed']);
  });

  it('E4: has another connection take over when a shutdown is announced', async () => {
    const { connect, stub, told } = openSession();
    await connect();
    stub.last.says('{"event":{"e":"serverShutdown","E":1}}');
    await connect();
    expect([stub.all.length, stub.all[0]?.end, told]).toEqual([
      2,
      'closed',
      ['reconciled', 'renewed', 'reconciled'],
    ]);
  });

  it('asks for everything again every 5 minutes', async () => {
    const { connect, live, settle, asked } = openSession();
    await connect();
    for (const times of [2, 3, 4]) {
      live(300 * SECOND_MS);
      await settle();
      expect(asked.length).toBe(times);
    }
  });

  it('is well only when everything could be asked, and tries with more and more patience', async () => {
    const { connect, clock, settle, answerNext, session, told } = openSession();
    const unread = { kind: 'unread', code: null, reason: 'no answer' } as const;
    answerNext([unread, unread]);
    await connect();
    expect([session.isHealthy, told]).toEqual([false, ['no answer notReconciled']]);
    clock.pass(500);
    await settle();
    clock.pass(999);
    await settle();
    expect(session.isHealthy).toBe(false);
    clock.pass(1);
    await settle();
    expect([session.isHealthy, told.at(-1)]).toEqual([true, 'reconciled']);
  });

  it('C1: asks for the time where its timestamp is refused', () => {
    const { clock, stub, asked, told } = openSession();
    clock.pass(0);
    stub.last.open();
    stub.last.says(
      '{"id":1,"status":400,"error":{"code":-1021,"msg":"Timestamp outside of the recvWindow."}}',
    );
    expect([asked, told[0], stub.last.end]).toEqual([['time'], 'refused', 'terminated']);
  });

  it('I6: is silent for as long as the exchange wants', async () => {
    const { clock, stub, ledger, connect, told } = openSession();
    clock.pass(0);
    stub.last.open();
    const until = START + 120_000;
    const data = `{"serverTime":${START},"retryAfter":${until}}`;
    stub.last.says(`{"id":1,"status":418,"error":{"code":-1003,"msg":"IP banned","data":${data}}}`);
    expect(ledger.silentUntilMs()).toBe(until);
    clock.pass(119_999);
    expect(stub.all.length).toBe(1);
    clock.pass(1);
    await connect();
    expect([stub.all.length, told.at(-1)]).toEqual([2, 'reconciled']);
  });

  it('is charged for each connection', async () => {
    const { connect, ledger } = openSession();
    await connect();
    expect(ledger.use().find(({ kind }) => kind === 'weight')?.used).toBe(4);
  });

  it('F3: begins anew when the exchange ends the subscription, or takes the key back', async () => {
    const { connect, stub, told, clock } = openSession();
    await connect();
    stub.last.says('{"subscriptionId":0,"event":{"e":"eventStreamTerminated","E":1}}');
    clock.pass(500);
    await connect();
    expect(told.slice(-2)).toEqual(['reconciled', 'connectionRestored']);
    stub.last.says('{"id":null,"status":401,"error":{"code":-2015,"msg":"Invalid API-key."}}');
    expect(told.slice(-4)).toEqual([
      ...['refused', 'refused with -2015: Invalid API-key. disconnected', 'connectionLost'],
      'refused with -2015: Invalid API-key. attemptFailed',
    ]);
  });

  it('leaves nothing behind when it is closed', async () => {
    const { connect, session, clock, stub } = openSession();
    await connect();
    session.close();
    expect([stub.last.end, clock.pending, session.isHealthy]).toEqual(['closed', 0, false]);
  });
});
