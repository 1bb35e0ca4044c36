import type { AnswerStore } from './answer-store.ts';
import { answerStore } from './answer-store.ts';
import { ReadCache } from './read-cache.ts';

function cacheOf(store = answerStore()) {
  let now = Date.now();
  const cache = new ReadCache({ store, nowMs: () => now, steadyMs: () => now });
  let asked = 0;
  const ask = (): Promise<unknown> => {
    asked += 1;
    return Promise.resolve({ price: String(asked) });
  };
  return { cache, ask, asked: () => asked, pass: (ms: number) => (now += ms), store };
}

describe('a cache of answers', () => {
  it('asks once in a lifetime', async () => {
    const { cache, ask, asked } = cacheOf();
    expect(await cache.read('price', 1000, ask)).toEqual({ price: '1' });
    expect(await cache.read('price', 1000, ask)).toEqual({ price: '1' });
    expect([asked(), cache.counts]).toEqual([1, { hits: 1, storeHits: 0, joined: 0, misses: 1 }]);
  });

  it('keeps no answer longer because the time was put right', async () => {
    let [now, steady] = [3_600_000, 0];
    const store = { ...answerStore(), get: () => Promise.resolve(undefined) };
    const cache = new ReadCache({ store, nowMs: () => now, steadyMs: () => steady });
    const { ask } = cacheOf();
    await cache.read('price', 1000, ask);
    [now, steady] = [0, 1000];
    expect(await cache.read('price', 1000, ask)).toEqual({ price: '2' });
  });

  it('asks once for what is asked twice at once', async () => {
    const { cache, ask, asked } = cacheOf();
    const answers = await Promise.all([1, 2, 3].map(() => cache.read('price', 1000, ask)));
    expect(answers).toEqual([{ price: '1' }, { price: '1' }, { price: '1' }]);
    expect([asked(), cache.counts]).toEqual([1, { hits: 0, storeHits: 0, joined: 2, misses: 1 }]);
  });

  it('tells how many questions needed no asking', async () => {
    const { cache, ask } = cacheOf();
    expect(cache.hitRate).toBeNull();
    await Promise.all([1, 2].map(() => cache.read('price', 1000, ask)));
    await cache.read('price', 1000, ask);
    await cache.read('book', 1000, ask);
    expect(cache.hitRate).toBe(0.5);
  });

  it('takes from the store what another has asked', async () => {
    const first = cacheOf();
    const second = cacheOf(first.store);
    await first.cache.read('price', 60_000, first.ask);
    expect(await second.cache.read('price', 60_000, second.ask)).toEqual({ price: '1' });
    expect([second.asked(), second.cache.counts.storeHits]).toEqual([0, 1]);
  });

  it('does not keep what was no answer', async () => {
    const { cache, ask } = cacheOf();
    expect(await cache.read('price', 1000, () => Promise.resolve(null))).toBeNull();
    expect(await cache.read('price', 1000, ask)).toEqual({ price: '1' });
  });

  it('asks again after a failure, which it passes on', async () => {
    const { cache, ask } = cacheOf();
    await expect(cache.read('price', 1000, () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
    expect(await cache.read('price', 1000, ask)).toEqual({ price: '1' });
  });

  it('does not keep an answer to a question that was under way when its subject changed', async () => {
    const { cache, ask, asked, store } = cacheOf();
    let answer: (value: unknown) => void = () => undefined;
    const early = cache.read('account', 60_000, () => new Promise((resolve) => (answer = resolve)));
    await cache.forget('account');
    // Who asks now is not joined to the old question.
    expect([await cache.read('account', 60_000, ask), asked()]).toEqual([{ price: '1' }, 1]);
    answer('from before');
    expect([await early, await cache.read('account', 60_000, ask)]).toEqual(['from before', { price: '1' }]);
    expect(await store.get('account')).toMatchObject({ value: { price: '1' } });
  });

  it('forgets what has changed, here and in the store', async () => {
    const { cache, ask } = cacheOf();
    await cache.read('account', 60_000, ask);
    await cache.forget('account');
    expect(await cache.read('account', 60_000, ask)).toEqual({ price: '2' });
  });

  it('goes on without a store that fails', async () => {
    const fail = () => Promise.reject(new Error('connection refused'));
    const store: AnswerStore = { get: fail, set: fail, delete: fail, close: fail };
    const errors: unknown[] = [];
    const cache = new ReadCache({
      ...{ store, nowMs: () => 0, steadyMs: () => 0 },
      onStoreError: (error) => errors.push(error),
    });
    expect(await cache.read('price', 1000, () => Promise.resolve(7))).toBe(7);
    expect(await cache.read('price', 1000, () => Promise.resolve(8))).toBe(7);
    expect(errors).toHaveLength(2);
  });
});
