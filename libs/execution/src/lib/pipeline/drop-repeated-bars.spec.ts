import { from, toArray } from 'rxjs';
import { closedBar } from '../../testing/desk-fixture.ts';
import { dropRepeatedBars } from './drop-repeated-bars.ts';

describe('repeated bars', () => {
  it('count once in each market, and one that comes too late not at all', () => {
    const told = [
      closedBar(0, 1),
      closedBar(1, 2),
      closedBar(0, 9, 'ETHUSDT'),
      closedBar(1, 2),
      closedBar(0, 1),
      closedBar(2, 3),
    ];
    const kept: number[][] = [];
    from(told)
      .pipe(dropRepeatedBars(), toArray())
      .subscribe((bars) => kept.push(bars.map(({ candle }) => candle.close)));
    expect(kept).toEqual([[1, 2, 9, 3]]);
  });

  it('do not hold up what is no bar', () => {
    const word = { kind: 'candlesMissing', time: 60_000, missing: [] };
    const kept: object[] = [];
    from([closedBar(0, 1), word, word])
      .pipe(dropRepeatedBars<object>())
      .subscribe((item) => kept.push(item));
    expect(kept).toEqual([closedBar(0, 1), word, word]);
  });

  it('are forgotten by the next subscription', () => {
    const bars$ = from([closedBar(0, 1)]).pipe(dropRepeatedBars());
    const seen: number[] = [];
    bars$.subscribe(({ time }) => seen.push(time));
    bars$.subscribe(({ time }) => seen.push(time));
    expect(seen).toEqual([60_000, 60_000]);
  });
});
