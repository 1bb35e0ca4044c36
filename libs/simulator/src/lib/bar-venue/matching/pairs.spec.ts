import {
  bar,
  cancel,
  deposit,
  funds,
  limit,
  place,
  placePair,
  simulator,
  stop,
  work,
} from '../../../testing/bar-tape.ts';

const held = [deposit('ABC', '10')];
const QUIET = bar(1, 100, 100, 100, 100);
const pair = placePair('out', stop('sell', 2, 95), limit('sell', 2, 110));

function withPair(participation = 1) {
  const sim = simulator({ deposits: held, participation });
  sim.submit(pair);
  expect(work(sim, QUIET)).toEqual(['out-stop accepted', 'out-target accepted']);
  return sim;
}

describe('a pair', () => {
  it('holds its base back once', () => {
    expect(funds(withPair())).toEqual(['ABC 8 + 2 locked']);
  });

  it('ends with its target: the stop is cancelled', () => {
    const sim = withPair();
    expect(work(sim, bar(2, 109, 111, 108, 110))).toEqual([
      'out-target filled 2 at 110, fee 0.22 USD, maker, complete',
      'out-stop cancelled',
    ]);
    expect(funds(sim)).toEqual(['ABC 8', 'USD 219.78']);
    expect(sim.openOrders()).toEqual([]);
  });

  it('ends with its stop, also where the bar reaches both', () => {
    const sim = withPair();
    expect(work(sim, bar(2, 100, 111, 95, 110))).toEqual([
      'out-stop filled 2 at 95, fee 0.19 USD, taker, complete',
      'out-target cancelled',
    ]);
    expect(funds(sim)).toEqual(['ABC 8', 'USD 189.81']);
  });

  it.each(['out-stop', 'out-target'])('is cancelled by the cancel of %s, which is told first', (leg) => {
    const sim = withPair();
    sim.submit(cancel(leg));
    const other = leg === 'out-stop' ? 'out-target' : 'out-stop';
    expect(work(sim, bar(2, 100, 120, 90, 100))).toEqual([`${leg} cancelled`, `${other} cancelled`]);
    expect(funds(sim)).toEqual(['ABC 10']);
  });

  it('keeps the rest of a target that trades in part, without the stop', () => {
    const sim = withPair(0.1);
    expect(work(sim, bar(2, 109, 111, 108, 110, 5))).toEqual([
      'out-target filled 0.5 at 110, fee 0.055 USD, maker, in part',
      'out-stop cancelled',
    ]);
    expect(funds(sim)).toEqual(['ABC 8 + 1.5 locked', 'USD 54.945']);
    expect(work(sim, bar(3, 100, 100, 90, 100))).toEqual([]);
    expect(work(sim, bar(4, 109, 111, 108, 110))).toEqual([
      'out-target filled 1.5 at 110, fee 0.165 USD, maker, complete',
    ]);
  });

  it('sells the rest of a stop that trades in part at the next open', () => {
    const sim = withPair(0.1);
    expect(work(sim, bar(2, 100, 100, 94, 94, 5))).toEqual([
      'out-stop filled 0.5 at 95, fee 0.0475 USD, taker, in part',
      'out-target cancelled',
    ]);
    expect(work(sim, bar(3, 97, 99, 96, 98))).toEqual([
      'out-stop filled 1.5 at 97, fee 0.1455 USD, taker, complete',
    ]);
  });

  it('that buys holds back the worth at its stop, and gives back what the target saves', () => {
    const sim = simulator();
    sim.submit(placePair('in', stop('buy', 2, 110), limit('buy', 2, 90)));
    work(sim, QUIET);
    expect(funds(sim)).toEqual(['USD 9780 + 220 locked']);
    expect(work(sim, bar(2, 95, 95, 89, 90))).toEqual([
      'in-target filled 2 at 90, fee 0.002 ABC, maker, complete',
      'in-stop cancelled',
    ]);
    expect(funds(sim)).toEqual(['USD 9820', 'ABC 1.998']);
  });

  it('that arrives inside a bar whose price has passed its target takes that price', () => {
    const sim = simulator({ deposits: held });
    sim.submit(place('first', stop('sell', 1, 99)));
    const stopped = 'first filled 1 at 99, fee 0.099 USD, taker, complete';
    const answer = { [stopped]: [placePair('out', stop('sell', 1, 90), limit('sell', 1, 98))] };
    expect(work(sim, bar(1, 100, 100, 95, 96), answer).slice(2)).toEqual([
      'out-stop accepted',
      'out-target accepted',
      'out-target filled 1 at 99, fee 0.099 USD, taker, complete',
      'out-stop cancelled',
    ]);
  });
});

describe('a pair that the exchange refuses', () => {
  it.each([
    [
      'prices the wrong way round',
      placePair('x', stop('sell', 1, 105), limit('sell', 1, 101)),
      'The relationship of the prices for the orders is not correct.',
    ],
    [
      'buy prices the wrong way round',
      placePair('x', stop('buy', 1, 95), limit('buy', 1, 97)),
      'The relationship of the prices for the orders is not correct.',
    ],
    [
      'legs of two sides',
      placePair('x', stop('sell', 1, 95), limit('buy', 1, 90)),
      'Unsupported order combination',
    ],
    [
      'legs of two sizes',
      placePair('x', stop('sell', 1, 95), limit('sell', 2, 110)),
      'Unsupported order combination',
    ],
    [
      'a leg that is too small',
      placePair('x', stop('sell', 0.001, 95), limit('sell', 0.001, 110)),
      'Filter failure: LOT_SIZE',
    ],
    [
      'a target that would take but may only make',
      placePair('x', stop('sell', 1, 95), limit('sell', 1, 99, true)),
      'Order would immediately match and take.',
    ],
    [
      'more than there is',
      placePair('x', stop('sell', 11, 95), limit('sell', 11, 110)),
      'Account has insufficient balance for requested action.',
    ],
  ])('for %s is refused leg by leg', (_case, command, reason) => {
    const sim = simulator({ deposits: [deposit('ABC', '10'), deposit('USD', '1000')] });
    sim.submit(command);
    expect(work(sim, QUIET)).toEqual([`x-stop rejected: ${reason}`, `x-target rejected: ${reason}`]);
    expect(sim.openOrders()).toEqual([]);
  });
});
