import { canonicalJson } from '@org/domain';
import type { BarSimulator } from './bar-simulator.ts';
import {
  bar,
  deposit,
  drain,
  funds,
  limit,
  market,
  marketQuote,
  MINUTE_MS,
  place,
  placePair,
  simulator,
  stop,
  work,
} from '../../testing/bar-tape.ts';

const options = {
  deposits: [deposit('ABC', '10'), deposit('USD', '1000'), deposit('BNB', '1')],
  participation: 0.1,
  fees: { maker: '0.001', taker: '0.001', asset: 'BNB' },
} as const;

/** One of every kind of order, and a command that nobody has answered. */
function busy(): BarSimulator {
  const sim = simulator(options);
  sim.submit(place('older', limit('buy', 1, 95)));
  sim.submit(place('newer', limit('buy', 1, 95)));
  sim.submit(place('first', limit('buy', 1, 99)));
  sim.submit(placePair('out', stop('sell', 2, 90), limit('sell', 2, 110)));
  sim.submit(place('stop', stop('buy', 1, 120)));
  sim.submit(place('quote', marketQuote('200')));
  sim.openBar('BNBUSD', bar(1, 50, 50, 50, 50), 2 * MINUTE_MS);
  work(sim, bar(1, 100, 100, 98, 100, 5));
  sim.submit(place('waiting', market('sell', 1)));
  return sim;
}

function goOn(sim: BarSimulator): string[] {
  return [
    ...work(sim, bar(2, 100, 100, 94, 96, 5)),
    ...work(sim, bar(3, 96, 111, 96, 110, 500)),
    ...work(sim, bar(4, 119, 121, 119, 120, 500)),
    ...funds(sim),
  ];
}

describe('a snapshot', () => {
  it('is plain data that goes on like the simulator it was taken from', () => {
    const sim = busy();
    const saved = sim.snapshot();
    const other = simulator({ ...options, deposits: [] });
    other.restore(saved);
    expect(canonicalJson(other.snapshot())).toBe(canonicalJson(saved));
    expect(other.openOrders()).toEqual(sim.openOrders());
    expect(other.feesPaid()).toEqual(sim.feesPaid());
    const lines = goOn(sim);
    expect(goOn(other)).toEqual(lines);
    expect(lines).toContain('out-stop cancelled');
  });

  it('replaces whatever there was', () => {
    const sim = busy();
    const saved = sim.snapshot();
    const lines = goOn(sim);
    sim.submit(place('later', limit('buy', 1, 50)));
    sim.restore(saved);
    expect(goOn(sim)).toEqual(lines);
  });

  it('is for the time between bars', () => {
    const sim = simulator();
    const saved = sim.snapshot();
    sim.openBar('ABCUSD', bar(1, 1, 1, 1, 1), 2 * MINUTE_MS);
    expect(() => sim.snapshot()).toThrow('the bars opened before are not worked to their end');
    expect(() => sim.restore(saved)).toThrow('the bars opened before are not worked to their end');
    expect(drain(sim)).toEqual([]);
  });
});
