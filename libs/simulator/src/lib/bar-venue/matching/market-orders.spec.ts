import {
  bar,
  cancel,
  deposit,
  drain,
  funds,
  limit,
  market,
  marketQuote,
  MINUTE_MS,
  place,
  simulator,
  work,
} from '../../../testing/bar-tape.ts';

const FLAT = bar(1, 100, 100, 100, 100);

describe('a market buy for an amount of quote', () => {
  it('buys whole lots at the open, moved against it, and gives the rest back', () => {
    const sim = simulator({ slippage: '0.0001' });
    sim.submit(place('buy', marketQuote('1000')));
    // 100 × 1.0001 = 100.01; 1000 / 100.01 = 9.9990…; 9.999 × 100.01 = 999.99999; fee 9.999 × 0.001
    expect(work(sim, FLAT)).toEqual([
      'buy accepted',
      'buy filled 9.999 at 100.01, fee 0.009999 ABC, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9000.00001', 'ABC 9.989001']);
  });

  it('is held back for from its acceptance on', () => {
    const sim = simulator();
    sim.submit(place('buy', marketQuote('1000')));
    sim.openBar('ABCUSD', FLAT, 2 * MINUTE_MS);
    expect(sim.nextEvent()?.kind).toBe('orderAccepted');
    expect(funds(sim)).toEqual(['USD 9000 + 1000 locked']);
  });

  it('is reduced to the balance, and says so', () => {
    const sim = simulator();
    sim.submit(place('first', marketQuote('9900')));
    sim.submit(place('second', marketQuote('9900')));
    expect(work(sim, FLAT)).toEqual([
      'first accepted',
      'second accepted',
      'first filled 99 at 100, fee 0.099 ABC, taker, complete',
      'second filled 1 at 100, fee 0.001 ABC, taker, complete, reduced to the balance: 100 of 9900 USD',
    ]);
    expect(funds(sim)).toEqual(['ABC 99.9']);
  });

  it('expires where the open lets it buy less than the least quantity', () => {
    const sim = simulator();
    sim.submit(place('buy', marketQuote('5')));
    expect(work(sim, bar(1, 4000, 4000, 4000, 4000))).toEqual([
      'buy accepted',
      'buy expired: Filter failure: LOT_SIZE',
    ]);
    expect(funds(sim)).toEqual(['USD 10000']);
  });
});

describe('a market order for a quantity', () => {
  it('buys exactly that', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 2)));
    expect(work(sim, FLAT)).toEqual(['buy accepted', 'buy filled 2 at 100, fee 0.002 ABC, taker, complete']);
    expect(funds(sim)).toEqual(['USD 9800', 'ABC 1.998']);
  });

  it('is reduced where the open costs more than there is', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 90)));
    expect(work(sim, bar(1, 125, 125, 125, 125))).toEqual([
      'buy accepted',
      'buy filled 80 at 125, fee 0.08 ABC, taker, complete, reduced to the balance: 80 of 90 ABC',
    ]);
  });

  it('is refused at once where too little is left for the least notional', () => {
    const sim = simulator();
    sim.submit(place('all', marketQuote('9999.99')));
    sim.submit(place('more', market('buy', 1)));
    const lines = work(sim, bar(1, 99.9999, 100, 99, 100));
    expect(lines).toEqual([
      'all accepted',
      'more rejected: Account has insufficient balance for requested action.',
      'all filled 99.999 at 100, fee 0.099999 ABC, taker, complete',
    ]);
  });

  it('sells with the fee taken from what it brings', () => {
    const sim = simulator({ deposits: [deposit('ABC', '3')], slippage: '0.0001' });
    sim.submit(place('sell', market('sell', 3)));
    expect(work(sim, FLAT)).toEqual([
      'sell accepted',
      'sell filled 3 at 99.99, fee 0.29997 USD, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 299.67003']);
  });

  it('expires when a second one finds the money gone at the open', () => {
    const sim = simulator();
    sim.submit(place('first', market('buy', 100)));
    sim.submit(place('second', market('buy', 50)));
    expect(work(sim, FLAT)).toEqual([
      'first accepted',
      'second accepted',
      'first filled 100 at 100, fee 0.1 ABC, taker, complete',
      'second expired: Account has insufficient balance for requested action.',
    ]);
  });
});

describe('the time at which a market order trades', () => {
  it('is the open of the bar, whatever happens in it', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    sim.openBar('ABCUSD', bar(5, 100, 120, 80, 110), 6 * MINUTE_MS);
    expect(sim.nextEvent()).toMatchObject({ kind: 'orderAccepted', time: 5 * MINUTE_MS });
    expect(sim.nextEvent()).toMatchObject({ kind: 'orderFilled', time: 5 * MINUTE_MS, price: 10_000 });
    expect(sim.nextEvent()).toBeUndefined();
  });

  it('is this open for a sell that waited for the cancel of what held its base', () => {
    const sim = simulator({ deposits: [deposit('ABC', '2')] });
    sim.submit(place('rest', limit('sell', 2, 200)));
    work(sim, FLAT);
    sim.submit(cancel('rest'));
    expect(
      work(sim, bar(2, 101, 102, 100, 101), { 'rest cancelled': [place('exit', market('sell', 2))] }),
    ).toEqual(['rest cancelled', 'exit accepted', 'exit filled 2 at 101, fee 0.202 USD, taker, complete']);
  });

  it('is the next open for one that is submitted after the open was traded', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    const filled = 'buy filled 1 at 100, fee 0.001 ABC, taker, complete';
    expect(work(sim, FLAT, { [filled]: [place('again', market('buy', 1))] })).toEqual([
      'buy accepted',
      filled,
      'again accepted',
    ]);
    expect(work(sim, bar(2, 105, 106, 104, 105))).toEqual([
      'again filled 1 at 105, fee 0.001 ABC, taker, complete',
    ]);
  });

  it('is the first bar after a gap in the data', () => {
    const sim = simulator();
    work(sim, FLAT);
    sim.submit(place('buy', market('buy', 1)));
    sim.openBar('ABCUSD', bar(90, 130, 130, 130, 130), 91 * MINUTE_MS);
    expect(drain(sim)).toEqual(['buy accepted', 'buy filled 1 at 130, fee 0.001 ABC, taker, complete']);
  });
});

describe('a recorded open off the tick', () => {
  it('is rounded against the order', () => {
    const sim = simulator({ deposits: [deposit('ABC', '1'), deposit('USD', '1000')] });
    sim.submit(place('buy', market('buy', 1)));
    sim.submit(place('sell', market('sell', 1)));
    expect(work(sim, bar(1, 100.004, 101, 99, 100)).slice(2)).toEqual([
      'buy filled 1 at 100.01, fee 0.001 ABC, taker, complete',
      'sell filled 1 at 100, fee 0.1 USD, taker, complete',
    ]);
  });
});
