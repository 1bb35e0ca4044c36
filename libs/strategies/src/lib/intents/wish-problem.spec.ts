import { bracket, buy, cancel, compute, replace, sell, setTimer } from '../../index.ts';
import type { UncheckedWish } from './wish-problem.ts';
import { wishProblem } from './wish-problem.ts';

const reason = 'why';

describe('what is wrong with a wish', () => {
  it.each([
    buy({ reason }),
    buy({ reason, limit: 5, size: { by: 'quote', quote: 10 }, symbol: 'ETHUSDT' }),
    sell({ reason, size: { by: 'quantity', quantity: 1 } }),
    bracket({ reason, stop: 4, target: 6 }),
    replace({ reason, limit: 5 }),
    cancel({ reason }),
    setTimer({ time: 5 }),
    compute({ task: 'model' }),
    // Whether a number makes sense is for risk to say.
    buy({ reason, limit: Number.NaN, size: { by: 'quantity', quantity: -1 } }),
  ])('is nothing in %j', (wish) => {
    expect(wishProblem(wish)).toBeNull();
  });

  it.each([NaN, Infinity, -Infinity])('is the time of a timer at %d, which would never come', (time) => {
    expect(wishProblem(setTimer({ time }))).toEqual({
      word: 'time',
      found: time,
      allowed: 'milliseconds UTC',
    });
  });

  const PLACE = '"kind":"place","side":"buy","slot":"main","symbol":null,"reason":"why"';
  const MARKET = '"pricing":{"type":"market"}';
  const SIZE = '"size":{"by":"risk"}';
  it.each([
    ['null', 'intents'],
    ['5', 'intents'],
    ['{}', 'intents'],
    ['{"kind":"fly"}', 'intents'],
    [`{${PLACE},${MARKET}}`, 'size'],
    [`{${PLACE},${MARKET},"size":{"kind":"exact","quantity":1}}`, 'size'],
    [`{${PLACE},${MARKET},"size":null}`, 'size'],
    [`{${PLACE},${MARKET},"size":{"by":"quantity","quantity":"1"}}`, 'size.quantity'],
    [`{${PLACE},${MARKET},"size":{"by":"quote"}}`, 'size.quote'],
    [`{${PLACE},${SIZE}}`, 'limit'],
    [`{${PLACE},${SIZE},"pricing":{"type":"limit","price":"5"}}`, 'limit'],
    [`{${PLACE.replace('"buy"', '"short"')},${SIZE},${MARKET}}`, 'side'],
    [`{${PLACE.replace('"main"', '7')},${SIZE},${MARKET}}`, 'slot'],
    [`{${PLACE.replace('null', '7')},${SIZE},${MARKET}}`, 'symbol'],
    [`{${PLACE.replace('"why"', 'null')},${SIZE},${MARKET}}`, 'reason'],
    ['{"kind":"bracket","side":"sell"}', 'side'],
    ['{"kind":"bracket","side":"buy","stopPrice":"5"}', 'stop'],
    ['{"kind":"bracket","side":"buy","stopPrice":5}', 'target'],
    ['{"kind":"replace"}', 'limit'],
    ['{"kind":"replace","price":5}', 'size'],
    ['{"kind":"cancel"}', 'slot'],
    ['{"kind":"setTimer","name":"x"}', 'time'],
    ['{"kind":"setTimer","time":5}', 'name'],
    ['{"kind":"compute","task":"x"}', 'input'],
    ['{"kind":"compute","input":null}', 'task'],
  ])('in %s is its %s', (json, word) => {
    // As it comes out of a file without types.
    const wish: UncheckedWish | null = JSON.parse(json);
    expect(wishProblem(wish)?.word).toBe(word);
  });
});
