import {
  bar,
  cancel,
  deposit,
  funds,
  limit,
  market,
  marketQuote,
  place,
  simulator,
  stop,
  work,
} from '../../../testing/bar-tape.ts';

describe('the volume of a bar', () => {
  it('lets one order take a tenth of it by default, in whole lots; the rest trades at the next open', () => {
    const sim = simulator({ deposits: [deposit('ABC', '1')], participation: undefined });
    sim.submit(place('sell', market('sell', 1)));
    // A tenth of 3.339 is 0.3339: 333 lots of 0.001.
    expect(work(sim, bar(1, 100, 100, 100, 100, 3.339))).toEqual([
      'sell accepted',
      'sell filled 0.333 at 100, fee 0.0333 USD, taker, in part',
    ]);
    expect(work(sim, bar(2, 101, 101, 101, 101, 3.339))).toEqual([
      'sell filled 0.333 at 101, fee 0.033633 USD, taker, in part',
    ]);
    expect(work(sim, bar(3, 102, 102, 102, 102, 3.339))).toEqual([
      'sell filled 0.333 at 102, fee 0.033966 USD, taker, in part',
    ]);
    expect(work(sim, bar(4, 103, 103, 103, 103, 3.339))).toEqual([
      'sell filled 0.001 at 103, fee 0.000103 USD, taker, complete',
    ]);
  });

  it('fills any order where it is too large to be counted in lots', () => {
    const sim = simulator({ deposits: [deposit('ABC', '1')], participation: 0.1 });
    sim.submit(place('sell', market('sell', 1)));
    // A tenth of 1e15 is 1e17 lots of 0.001, more than 2^53.
    expect(work(sim, bar(1, 100, 100, 100, 100, 1e15))).toEqual([
      'sell accepted',
      'sell filled 1 at 100, fee 0.1 USD, taker, complete',
    ]);
  });

  it('counts for each order by itself', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('a', limit('buy', 1, 99)));
    sim.submit(place('b', limit('buy', 1, 99)));
    expect(work(sim, bar(1, 100, 100, 98, 98, 5)).slice(2)).toEqual([
      'a filled 0.5 at 99, fee 0.0005 ABC, maker, in part',
      'b filled 0.5 at 99, fee 0.0005 ABC, maker, in part',
    ]);
  });

  it.each([
    ['inside the bar', bar(2, 109, 111, 108, 110, 5)],
    ['at its open', bar(2, 111, 111, 108, 110, 5)],
  ])('is not taken again by what comes in the place of a limit that took its share %s', (_where, candle) => {
    const sim = simulator({ deposits: [deposit('ABC', '2')], participation: 0.1 });
    sim.submit(place('first', limit('sell', 2, 110)));
    work(sim, bar(1, 100, 100, 100, 100));
    const at = candle.open > 110 ? 'filled 0.5 at 111, fee 0.0555' : 'filled 0.5 at 110, fee 0.055';
    const traded = `first ${at} USD, maker, in part`;
    const again = [cancel('first'), place('second', limit('sell', 1.5, 110))];
    expect(work(sim, candle, { [traded]: again })).toEqual([traded, 'first cancelled', 'second accepted']);
    expect(work(sim, bar(3, 109, 111, 108, 110, 5))).toEqual([
      'second filled 0.5 at 110, fee 0.055 USD, maker, in part',
    ]);
  });

  it('is not taken again by a buy that comes in the place of one that took its share', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('first', limit('buy', 1, 99)));
    const traded = 'first filled 0.5 at 99, fee 0.0005 ABC, maker, in part';
    const again = [cancel('first'), place('second', limit('buy', 0.5, 99.5))];
    const lines = work(sim, bar(1, 100, 100, 98, 98, 5), { [traded]: again });
    expect(lines.slice(1)).toEqual([traded, 'first cancelled', 'second accepted']);
  });

  it('leaves the rest of a limit resting, with what it still needs held back', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('buy', limit('buy', 1, 99)));
    work(sim, bar(1, 90, 90, 90, 90, 4));
    expect(funds(sim)).toEqual(['USD 9904.6 + 59.4 locked', 'ABC 0.3996']);
    expect(sim.openOrders()).toMatchObject([
      { clientOrderId: 'buy', remaining: 600, locked: 5_940_000_000n },
    ]);
    expect(work(sim, bar(2, 100, 100, 98, 100, 100))).toEqual([
      'buy filled 0.6 at 99, fee 0.0006 ABC, maker, complete',
    ]);
  });

  it('leaves the rest of a buy by quote for the next open', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('buy', marketQuote('100')));
    work(sim, bar(1, 100, 100, 100, 100, 4));
    expect(funds(sim)).toEqual(['USD 9900 + 60 locked', 'ABC 0.3996']);
    expect(work(sim, bar(2, 120, 120, 120, 120, 100))).toEqual([
      'buy filled 0.5 at 120, fee 0.0005 ABC, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9900', 'ABC 0.8991']);
  });

  it('notes once that a buy by quote was reduced to the balance', () => {
    const sim = simulator({ participation: 0.1, deposits: [deposit('USD', '90')] });
    sim.submit(place('buy', marketQuote('100')));
    expect(work(sim, bar(1, 100, 100, 100, 100, 4))[1]).toMatch(
      /in part, reduced to the balance: 90 of 100 USD$/,
    );
    expect(work(sim, bar(2, 100, 100, 100, 100))[0]).toMatch(/complete$/);
  });

  it('leaves the rest of a stop that buys, with what is not spent yet held back', () => {
    const sim = simulator({ participation: 0.1, deposits: [deposit('USD', '150')] });
    sim.submit(place('stop', stop('buy', 1, 100)));
    work(sim, bar(1, 99, 99, 99, 99));
    work(sim, bar(2, 110, 110, 110, 110, 9.5));
    // 0.95 × 110 = 104.5 is more than the 100 held back; what is free pays the difference.
    expect(funds(sim)).toEqual(['USD 45.5', 'ABC 0.94905']);
    expect(work(sim, bar(3, 110, 110, 110, 110))).toEqual([
      'stop filled 0.05 at 110, fee 0.00005 ABC, taker, complete',
    ]);
  });

  it('ends a bought part at the cancel of the rest', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('buy', marketQuote('100')));
    work(sim, bar(1, 100, 100, 100, 100, 4));
    sim.submit(cancel('buy'));
    expect(work(sim, bar(2, 100, 100, 100, 100))).toEqual(['buy cancelled']);
    expect(funds(sim)).toEqual(['USD 9960', 'ABC 0.3996']);
  });
});

describe('a bar without volume', () => {
  it('answers and fills nothing', () => {
    const sim = simulator({ deposits: [deposit('ABC', '3'), deposit('USD', '1000')] });
    sim.submit(place('market', market('sell', 1)));
    sim.submit(place('stop', stop('sell', 1, 99)));
    sim.submit(place('limit', limit('buy', 1, 101)));
    expect(work(sim, bar(1, 98, 102, 97, 98, 0))).toEqual([
      'market accepted',
      'stop accepted',
      'limit accepted',
    ]);
    const lines = work(sim, bar(2, 100, 100, 100, 100));
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'market filled 1 at 100',
      'limit filled 1 at 100',
    ]);
  });

  it('is one whose share is less than a lot', () => {
    const sim = simulator({ participation: 0.1 });
    sim.submit(place('buy', market('buy', 1)));
    expect(work(sim, bar(1, 100, 100, 100, 100, 0.0099))).toEqual(['buy accepted']);
  });

  it('lets an order that arrives inside it wait', () => {
    const sim = simulator({ deposits: [deposit('ABC', '3')] });
    const lines = ['first accepted', 'second accepted'];
    sim.submit(place('first', limit('sell', 1, 99)));
    expect(
      work(sim, bar(1, 100, 100, 100, 100, 0), { 'first accepted': [place('second', limit('sell', 1, 99))] }),
    ).toEqual(lines);
  });
});
