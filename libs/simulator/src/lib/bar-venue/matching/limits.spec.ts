import {
  bar,
  deposit,
  funds,
  limit,
  market,
  MINUTE_MS,
  place,
  placePair,
  simulator,
  stop,
  work,
} from '../../../testing/bar-tape.ts';

const both = [deposit('ABC', '10'), deposit('USD', '1000')];

describe('a resting limit', () => {
  it('fills at its price when the price trades strictly through it', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('buy', limit('buy', 1, 99)));
    sim.submit(place('sell', limit('sell', 1, 101)));
    expect(work(sim, bar(1, 100, 101, 99, 100))).toEqual(['buy accepted', 'sell accepted']);
    expect(work(sim, bar(2, 100, 101.01, 98.99, 100))).toEqual([
      'buy filled 1 at 99, fee 0.001 ABC, maker, complete',
      'sell filled 1 at 101, fee 0.101 USD, maker, complete',
    ]);
    expect(funds(sim)).toEqual(['ABC 9.999', 'USD 1001.899']);
  });

  it('fills at an open that is better, rounded against it', () => {
    const sim = simulator({ deposits: both, slippage: '0.01' });
    sim.submit(place('buy', limit('buy', 1, 99)));
    sim.submit(place('sell', limit('sell', 1, 110)));
    work(sim, bar(1, 100, 100, 100, 100));
    expect(work(sim, bar(2, 97.005, 98, 97, 98))).toEqual([
      'buy filled 1 at 97.01, fee 0.001 ABC, maker, complete',
    ]);
    expect(work(sim, bar(3, 112.999, 113, 112, 113))).toEqual([
      'sell filled 1 at 112.99, fee 0.11299 USD, maker, complete',
    ]);
  });

  it('does not fill at an open at its very price', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    expect(work(sim, bar(1, 99, 100, 99, 100))).toEqual(['buy accepted']);
  });

  it('compares with the price as recorded, off the tick or not', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    expect(work(sim, bar(1, 100, 100, 98.999, 100))).toEqual([
      'buy accepted',
      'buy filled 1 at 99, fee 0.001 ABC, maker, complete',
    ]);
  });

  it('tells of what the bar did in its last millisecond', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    sim.openBar('ABCUSD', bar(1, 100, 100, 90, 95), 2 * MINUTE_MS);
    expect(sim.nextEvent()).toMatchObject({ kind: 'orderAccepted', time: MINUTE_MS });
    expect(sim.nextEvent()).toMatchObject({ kind: 'orderFilled', time: 2 * MINUTE_MS - 1 });
  });

  it('holds back its worth, and what a better open leaves comes back', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 10, 99)));
    work(sim, bar(1, 100, 100, 100, 100));
    expect(funds(sim)).toEqual(['USD 9010 + 990 locked']);
    work(sim, bar(2, 90, 90, 90, 90));
    expect(funds(sim)).toEqual(['USD 9100', 'ABC 9.99']);
  });
});

describe('several limits at one side', () => {
  it('fill in the order in which the price reaches them, at one price the older first', () => {
    const sim = simulator();
    for (const [name, at] of [
      ['a', 97],
      ['b', 99],
      ['c', 98],
      ['d', 99],
      ['e', 90],
    ] as const) {
      sim.submit(place(name, limit('buy', 1, at)));
    }
    const lines = work(sim, bar(1, 100, 100, 95, 96)).slice(5);
    expect(lines.map((line) => line.slice(0, 16))).toEqual([
      'b filled 1 at 99',
      'd filled 1 at 99',
      'c filled 1 at 98',
      'a filled 1 at 97',
    ]);
  });
});

describe('a limit that rested', () => {
  it('pays as a maker, at its price as at an open that is better', () => {
    const fees = { maker: '0.0001', taker: '0.002', asset: 'received' } as const;
    const sim = simulator({ fees });
    sim.submit(place('first', limit('buy', 1, 99)));
    sim.submit(place('second', limit('buy', 1, 98)));
    work(sim, bar(1, 100, 100, 100, 100));
    expect(work(sim, bar(2, 100, 100, 98.5, 100))).toEqual([
      'first filled 1 at 99, fee 0.0001 ABC, maker, complete',
    ]);
    expect(work(sim, bar(3, 97, 97, 97, 97))).toEqual([
      'second filled 1 at 97, fee 0.0001 ABC, maker, complete',
    ]);
  });

  it('leaves the market at its price: a stop above it that arrives then sells there', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('buy', limit('buy', 1, 99)));
    const bought = 'buy filled 1 at 99, fee 0.001 ABC, maker, complete';
    const lines = work(sim, bar(1, 100, 100, 98, 100), { [bought]: [place('stop', stop('sell', 1, 99.5))] });
    expect(lines.at(-1)).toBe('stop filled 1 at 99, fee 0.099 USD, taker, complete');
  });
});

describe('a limit that would take', () => {
  it('takes the open it arrives at, and pays as a taker', () => {
    const sim = simulator({ fees: { maker: 0, taker: '0.002', asset: 'received' } });
    sim.submit(place('buy', limit('buy', 1, 105)));
    expect(work(sim, bar(1, 100, 100, 100, 100))).toEqual([
      'buy accepted',
      'buy filled 1 at 100, fee 0.002 ABC, taker, complete',
    ]);
  });

  it('is refused when it may only make', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('buy', limit('buy', 1, 100.01, true)));
    sim.submit(place('sell', limit('sell', 1, 99.99, true)));
    sim.submit(place('rests', limit('buy', 1, 100, true)));
    expect(work(sim, bar(1, 100, 100, 100, 100))).toEqual([
      'buy rejected: Order would immediately match and take.',
      'sell rejected: Order would immediately match and take.',
      'rests accepted',
    ]);
  });

  it('takes the price it meets when it arrives inside a bar', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('stop', stop('sell', 1, 95)));
    const stopped = 'stop filled 1 at 95, fee 0.095 USD, taker, complete';
    expect(work(sim, bar(1, 100, 101, 94, 100), { [stopped]: [place('back', limit('buy', 1, 99))] })).toEqual(
      ['stop accepted', stopped, 'back accepted', 'back filled 1 at 95, fee 0.001 ABC, taker, complete'],
    );
  });
});

describe('a limit entry', () => {
  const bought = 'buy filled 1 at 99, fee 0.001 ABC, maker, complete';

  it('fills no target in its own bar', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    const answer = { [bought]: [place('target', limit('sell', 0.999, 101))] };
    expect(work(sim, bar(1, 100, 105, 98, 104), answer)).toEqual(['buy accepted', bought, 'target accepted']);
    expect(work(sim, bar(2, 100.5, 102, 100, 101))).toEqual([
      'target filled 0.999 at 101, fee 0.100899 USD, maker, complete',
    ]);
  });

  it('fills no target in its own bar when the open filled it either', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    work(sim, bar(1, 100, 100, 100, 100));
    const atOpen = 'buy filled 1 at 98, fee 0.001 ABC, maker, complete';
    const answer = { [atOpen]: [place('target', limit('sell', 0.999, 101))] };
    expect(work(sim, bar(2, 98, 105, 98, 104), answer)).toEqual([atOpen, 'target accepted']);
  });

  it('is stopped in its own bar', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    const answer = { [bought]: [placePair('out', stop('sell', 0.999, 98), limit('sell', 0.999, 101))] };
    expect(work(sim, bar(1, 100, 105, 98, 104), answer)).toEqual([
      'buy accepted',
      bought,
      'out-stop accepted',
      'out-target accepted',
      'out-stop filled 0.999 at 98, fee 0.097902 USD, taker, complete',
      'out-target cancelled',
    ]);
  });

  it('buys no more in a bar in which a limit sold', () => {
    const sim = simulator({ deposits: both });
    sim.submit(place('sell', limit('sell', 1, 101)));
    const sold = 'sell filled 1 at 101, fee 0.101 USD, maker, complete';
    const answer = { [sold]: [place('again', limit('buy', 1, 99))] };
    expect(work(sim, bar(1, 100, 102, 97, 100), answer)).toEqual(['sell accepted', sold, 'again accepted']);
    expect(work(sim, bar(2, 100, 100, 98, 100))).toEqual([
      'again filled 1 at 99, fee 0.001 ABC, maker, complete',
    ]);
  });

  it('lets a further entry below it fill on the same way down', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 99)));
    const answer = { [bought]: [place('next', limit('buy', 1, 98))] };
    expect(work(sim, bar(1, 100, 100, 97, 98), answer)).toEqual([
      'buy accepted',
      bought,
      'next accepted',
      'next filled 1 at 98, fee 0.001 ABC, maker, complete',
    ]);
  });
});

describe('a market entry at the open', () => {
  it('reaches its target in its own bar', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    const bought = 'buy filled 1 at 100, fee 0.001 ABC, taker, complete';
    const answer = { [bought]: [placePair('out', stop('sell', 0.999, 98), limit('sell', 0.999, 101))] };
    expect(work(sim, bar(1, 100, 102, 98.01, 100), answer).slice(4)).toEqual([
      'out-target filled 0.999 at 101, fee 0.100899 USD, maker, complete',
      'out-stop cancelled',
    ]);
  });
});
