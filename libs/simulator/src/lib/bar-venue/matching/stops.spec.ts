import {
  bar,
  deposit,
  funds,
  limit,
  market,
  place,
  simulator,
  stop,
  work,
} from '../../../testing/bar-tape.ts';

const held = [deposit('ABC', '10')];

describe('a stop', () => {
  it('sells at its level when the bar touches it, less the slippage, rounded against it', () => {
    const sim = simulator({ deposits: held, slippage: '0.001' });
    sim.submit(place('stop', stop('sell', 1, 98.01)));
    // 98.01 × 0.999 = 97.91199
    expect(work(sim, bar(1, 100, 101, 98.01, 99))).toEqual([
      'stop accepted',
      'stop filled 1 at 97.91, fee 0.09791 USD, taker, complete',
    ]);
  });

  it('stays where the bar does not touch it', () => {
    const sim = simulator({ deposits: held });
    sim.submit(place('stop', stop('sell', 1, 98)));
    expect(work(sim, bar(1, 100, 101, 98.01, 99))).toEqual(['stop accepted']);
  });

  it('sells at the open that has gapped over it', () => {
    const sim = simulator({ deposits: held, slippage: '0.01' });
    sim.submit(place('stop', stop('sell', 1, 98)));
    work(sim, bar(1, 100, 100, 100, 100));
    // 90 × 0.99
    expect(work(sim, bar(2, 90, 99, 80, 99))).toEqual([
      'stop filled 1 at 89.1, fee 0.0891 USD, taker, complete',
    ]);
  });

  it('buys at its level when the price rises to it, and at an open above it', () => {
    const sim = simulator({ slippage: '0.001' });
    sim.submit(place('touched', stop('buy', 1, 102)));
    sim.submit(place('gapped', stop('buy', 1, 105)));
    expect(work(sim, bar(1, 100, 102, 99, 101)).slice(2)).toEqual([
      'touched filled 1 at 102.11, fee 0.001 ABC, taker, complete',
    ]);
    expect(work(sim, bar(2, 106, 107, 105, 106))).toEqual([
      'gapped filled 1 at 106.11, fee 0.001 ABC, taker, complete',
    ]);
  });

  it('that buys takes more than it held back from what is free, and less where there is too little', () => {
    const sim = simulator({ deposits: [deposit('USD', '1000')] });
    sim.submit(place('stop', stop('buy', 9, 110)));
    work(sim, bar(1, 100, 100, 100, 100));
    expect(funds(sim)).toEqual(['USD 10 + 990 locked']);
    expect(work(sim, bar(2, 125, 125, 125, 125))).toEqual([
      'stop filled 8 at 125, fee 0.008 ABC, taker, complete, reduced to the balance: 8 of 9 ABC',
    ]);
    expect(funds(sim)).toEqual(['ABC 7.992']);
  });

  it('is live in the bar of its entry', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    const bought = 'buy filled 1 at 100, fee 0.001 ABC, taker, complete';
    const answer = { [bought]: [place('stop', stop('sell', 0.999, 98))] };
    expect(work(sim, bar(1, 100, 101, 97, 101), answer)).toEqual([
      'buy accepted',
      bought,
      'stop accepted',
      'stop filled 0.999 at 98, fee 0.097902 USD, taker, complete',
    ]);
  });

  it('that the price has passed when it arrives sells at that price, not at its level', () => {
    const sim = simulator();
    sim.submit(place('buy', market('buy', 1)));
    const bought = 'buy filled 1 at 100, fee 0.001 ABC, taker, complete';
    const answer = { [bought]: [place('stop', stop('sell', 0.999, 101))] };
    expect(work(sim, bar(1, 100, 105, 99, 101), answer).at(-1)).toBe(
      'stop filled 0.999 at 100, fee 0.0999 USD, taker, complete',
    );
  });

  it('that sells goes before one that buys, and the higher before the lower', () => {
    const sim = simulator({ deposits: [deposit('ABC', '10'), deposit('USD', '1000')] });
    sim.submit(place('above', stop('buy', 1, 101)));
    sim.submit(place('low', stop('sell', 1, 98)));
    sim.submit(place('high', stop('sell', 1, 99)));
    const lines = work(sim, bar(1, 100, 102, 97, 100)).slice(3);
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'high filled 1 at 99',
      'low filled 1 at 98',
      'above filled 1 at 101',
    ]);
  });

  it('goes before a target that the same bar reaches', () => {
    const sim = simulator({ deposits: held });
    sim.submit(place('target', limit('sell', 1, 101)));
    sim.submit(place('stop', stop('sell', 1, 99)));
    const lines = work(sim, bar(1, 100, 102, 98, 100)).slice(2);
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      'stop filled 1 at 99',
      'target filled 1 at 101',
    ]);
  });
});
