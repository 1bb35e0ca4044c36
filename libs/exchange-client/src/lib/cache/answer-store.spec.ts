import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AnswerStore, AnswerStoreOptions } from './answer-store.ts';
import { answerStore } from './answer-store.ts';
import { ReadCache } from './read-cache.ts';

const ROOT = join(__dirname, '../../../../..');
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const isDemanded = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('redis');

const opened: AnswerStore[] = [];

/** A store that is closed when its test ends, however it ends. */
function openStore(options?: AnswerStoreOptions): AnswerStore {
  const store = answerStore(options);
  opened.push(store);
  return store;
}

afterEach(async () => {
  // One that was never reached has nothing to close, and says so.
  await Promise.allSettled(opened.splice(0).map((store) => store.close()));
});

describe('a store of answers', () => {
  it('is memory where nothing else is named', async () => {
    const store = openStore();
    await store.set('price', { price: '1' }, 60_000);
    expect(await store.get('price')).toMatchObject({ value: { price: '1' } });
  });

  it('gives back what it has compressed', async () => {
    const store = openStore({ isCompressed: true });
    const answer = {
      symbols: Array.from({ length: 100 }, (_, index) => ({ symbol: `COIN${index}`, price: '1.5' })),
    };
    await store.set('info', answer, 60_000);
    expect(await store.get('info')).toMatchObject({ value: answer });
  });
});

(hasRedis || isDemanded ? describe : describe.skip)('a store in Redis (needs redis-server)', () => {
  let redis: ChildProcess;
  let redisUrl = '';

  beforeAll(async () => {
    const port = await freePort();
    redisUrl = `redis://127.0.0.1:${port}`;
    redis = spawn('redis-server', [
      '--bind',
      '127.0.0.1',
      '--port',
      String(port),
      '--save',
      '',
      '--appendonly',
      'no',
    ]);
    await said(redis, 'Ready to accept connections');
  });

  afterAll(async () => {
    redis.kill();
    await new Promise((resolve) => redis.once('close', resolve));
  });

  it.each([false, true])(
    'carries a value from one process to another, compressed: %p',
    async (isCompressed) => {
      const key = `price ${String(isCompressed)}`;
      const written = spawnSync(
        process.execPath,
        [
          '--conditions=@org/source',
          join(__dirname, '../../../test/write-answer.ts'),
          redisUrl,
          key,
          String(isCompressed),
        ],
        { cwd: ROOT, encoding: 'utf8' },
      );
      expect([written.status, written.stderr]).toEqual([0, '']);

      const store = openStore({ redisUrl, isCompressed });
      const cache = new ReadCache({ store, nowMs: () => Date.now(), steadyMs: () => performance.now() });
      const ask = jest.fn(() => Promise.resolve(null));
      expect(await cache.read(key, 60_000, ask)).toEqual({ symbol: 'BTCUSDT', price: '42000.00' });
      expect([ask.mock.calls.length, cache.counts.storeHits]).toEqual([0, 1]);
    },
  );
});

describe('a store that cannot be reached', () => {
  it('lets questions be asked', async () => {
    const store = openStore({ redisUrl: `redis://127.0.0.1:${await freePort()}` });
    const errors: unknown[] = [];
    const cache = new ReadCache({
      ...{ store, nowMs: () => 0, steadyMs: () => 0 },
      onStoreError: (error) => errors.push(error),
    });
    expect(await cache.read('price', 1000, () => Promise.resolve(7))).toBe(7);
    expect(errors.length).toBeGreaterThan(0);
  });
});

function said(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(new Error(`ended before it said "${text}"`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(text)) resolve();
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
