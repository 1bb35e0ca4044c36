import fc from 'fast-check';
import type { TimeSpan } from './time-spans.ts';
import { isWithin, joinSpans, spansBeside, spansWithin } from './time-spans.ts';

const span = (fromMs: number, toMs: number): TimeSpan => ({ fromMs, toMs });
const someSpans = fc.array(fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => span(a, b)));
const TIMES = Array.from({ length: 22 }, (_, time) => time);

describe('spans of time', () => {
  it('are joined where they touch or overlap', () => {
    expect(joinSpans([span(5, 7), span(1, 2), span(2, 4), span(6, 9), span(12, 12)])).toEqual([
      span(1, 4),
      span(5, 9),
    ]);
  });

  it('hold the same times joined as they did apart', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        const joined = joinSpans(spans);
        for (const time of TIMES) expect(isWithin(joined, time)).toBe(isWithin(spans, time));
      }),
    );
  });

  it('lie within another or beside it, and nowhere else', () => {
    fc.assert(
      fc.property(someSpans, fc.nat(20), fc.nat(20), (spans, a, b) => {
        const [joined, whole] = [joinSpans(spans), span(Math.min(a, b), Math.max(a, b))];
        const inside = spansWithin(joined, whole);
        const beside = spansBeside(joined, whole);
        for (const time of TIMES) {
          const isThere = isWithin([whole], time);
          expect(isWithin(inside, time)).toBe(isThere && isWithin(joined, time));
          expect(isWithin(beside, time)).toBe(isThere && !isWithin(joined, time));
        }
      }),
    );
  });

  it('beside all of time are none', () => {
    expect(spansBeside([span(-Infinity, Infinity)], span(1, 9))).toEqual([]);
    expect(spansBeside([], span(1, 9))).toEqual([span(1, 9)]);
  });
});
