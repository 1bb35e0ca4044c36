import {
  bar,
  cancel,
  funds,
  limit,
  market,
  marketQuote,
  place,
  placePair,
  simulator,
  stop,
  work,
} from '../../testing/bar-tape.ts';

/**
 * Ten bars with every type of order, worked by hand: 10,000 USD, fees of 0.1% from the asset received, slippage of
 * 0.1%, and a tenth of a bar's volume for one order. Tick 0.01, step 0.001.
 */
describe('ten bars worked by hand', () => {
  const sim = simulator({ slippage: '0.001', participation: 0.1 });

  it('1: a market buy for 1,000 USD at the open of 100, protected by a pair', () => {
    sim.submit(place('a', marketQuote('1000')));
    // 100 × 1.001 = 100.1; 1000 / 100.1 = 9.990; 9.990 × 100.1 = 999.999
    const bought = 'a filled 9.99 at 100.1, fee 0.00999 ABC, taker, complete';
    const pair = placePair('p', stop('sell', 9.98, 97), limit('sell', 9.98, 104));
    expect(work(sim, bar(1, 100, 101, 99, 100, 1000), { [bought]: [pair] })).toEqual([
      'a accepted',
      bought,
      'p-stop accepted',
      'p-target accepted',
    ]);
    expect(funds(sim)).toEqual(['USD 9000.001', 'ABC 0.00001 + 9.98 locked']);
  });

  it('2: a limit that rests, and one that may only make and is refused', () => {
    sim.submit(place('b', limit('buy', 5, 98)));
    sim.submit(place('c', limit('buy', 5, 103, true)));
    expect(work(sim, bar(2, 102, 103.5, 98.5, 99, 1000))).toEqual([
      'b accepted',
      'c rejected: Order would immediately match and take.',
    ]);
    expect(funds(sim)).toEqual(['USD 8510.001 + 490 locked', 'ABC 0.00001 + 9.98 locked']);
  });

  it('3: the limit fills where the bar trades through it, and is protected by a stop', () => {
    const bought = 'b filled 5 at 98, fee 0.005 ABC, maker, complete';
    const script = { [bought]: [place('s', stop('sell', 4.99, 96))] };
    expect(work(sim, bar(3, 99, 99.5, 97.5, 98, 1000), script)).toEqual([bought, 's accepted']);
    expect(funds(sim)).toEqual(['USD 8510.001', 'ABC 0.00501 + 14.97 locked']);
  });

  it('4: the target of the pair fills, its stop is cancelled', () => {
    // 9.98 × 104 = 1037.92; fee 1.03792; 8510.001 + 1036.88208
    expect(work(sim, bar(4, 98, 104.5, 97.9, 104, 1000))).toEqual([
      'p-target filled 9.98 at 104, fee 1.03792 USD, maker, complete',
      'p-stop cancelled',
    ]);
    expect(funds(sim)).toEqual(['USD 9546.88308', 'ABC 0.00501 + 4.99 locked']);
  });

  it('5: the open gaps over the stop at 96 and sells at 95 less the slippage', () => {
    // 95 × 0.999 = 94.905, down to 94.90; 4.99 × 94.90 = 473.551; fee 0.473551
    expect(work(sim, bar(5, 95, 96, 94, 95, 1000))).toEqual([
      's filled 4.99 at 94.9, fee 0.473551 USD, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 10019.960529', 'ABC 0.00501']);
  });

  it('6: a market order meets a bar without volume', () => {
    sim.submit(place('m', market('buy', 2)));
    expect(work(sim, bar(6, 95, 95, 95, 95, 0))).toEqual(['m accepted']);
  });

  it('7: a tenth of a volume of 10 fills half of it', () => {
    // 96 × 1.001 = 96.096, up to 96.10
    expect(work(sim, bar(7, 96, 97, 95.5, 96, 10))).toEqual([
      'm filled 1 at 96.1, fee 0.001 ABC, taker, in part',
    ]);
  });

  it('8: its rest fills at the next open; a sell beyond the balance is refused', () => {
    sim.submit(place('l', limit('sell', 1.5, 99)));
    // 97 × 1.001 = 97.097, up to 97.10
    expect(work(sim, bar(8, 97, 98, 96, 97, 1000))).toEqual([
      'l rejected: Account has insufficient balance for requested action.',
      'm filled 1 at 97.1, fee 0.001 ABC, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9826.760529', 'ABC 2.00301']);
  });

  it('9: a limit takes a better open, a stop entry buys above the market, a limit rests', () => {
    sim.submit(place('n', limit('sell', 1.5, 99)));
    sim.submit(place('e', stop('buy', 3, 101)));
    sim.submit(place('z', limit('buy', 1, 90)));
    // 101 × 1.001 = 101.101, up to 101.11; 3 × 101.11 = 303.33
    expect(work(sim, bar(9, 100, 101.2, 99.8, 101, 1000)).slice(3)).toEqual([
      'n filled 1.5 at 100, fee 0.15 USD, taker, complete',
      'e filled 3 at 101.11, fee 0.003 ABC, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9583.280529 + 90 locked', 'ABC 3.50001']);
  });

  it('10: a cancel, and a market sell at the open', () => {
    sim.submit(cancel('z'));
    sim.submit(place('x', market('sell', 3.5)));
    // 102 × 0.999 = 101.898, down to 101.89; 3.5 × 101.89 = 356.615; fee 0.356615
    expect(work(sim, bar(10, 102, 102, 80, 85, 1000))).toEqual([
      'z cancelled',
      'x accepted',
      'x filled 3.5 at 101.89, fee 0.356615 USD, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 10029.538914', 'ABC 0.00001']);
  });

  it('paid 0.01999 ABC and 2.018086 USD in fees', () => {
    expect(sim.feesPaid()).toEqual([
      { asset: 'USD', amount: 201_808_600n },
      { asset: 'ABC', amount: 1_999_000n },
      { asset: 'BNB', amount: 0n },
    ]);
  });
});
