import { answerStore } from '../src/lib/cache/answer-store.ts';

/** A process of its own that puts an answer into the store: `write-answer <redis url> <key> <compressed>`. */
const [redisUrl = '', key = '', isCompressed] = process.argv.slice(2);
const store = answerStore({ redisUrl, isCompressed: isCompressed === 'true' });
await store.set(key, { symbol: 'BTCUSDT', price: '42000.00' }, 60_000);
await store.close();
