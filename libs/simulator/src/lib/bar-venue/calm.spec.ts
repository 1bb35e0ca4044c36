import {
  bar,
  cancel,
  limit,
  market,
  place,
  placePair,
  simulator,
  stop,
  work,
} from '../../testing/bar-tape.ts';

const QUIET = bar(1, 100, 100, 100, 100);
const band = (sim: ReturnType<typeof simulator>, symbol = 'ABCUSD') => {
  const { calmLow, calmHigh } = sim.calmOf(symbol);
  return [calmLow, calmHigh];
};

describe('a market without anything to do', () => {
  it('is calm at every price while no order rests', () => {
    expect(band(simulator())).toEqual([-Infinity, Infinity]);
  });

  it('is calm at no price while a command waits for its next bar', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 90)));
    expect(band(sim)).toEqual([Infinity, Infinity]);
    expect(band(sim, 'BNBUSD')).toEqual([-Infinity, Infinity]);
  });

  it('is calm between the nearest orders that rest', () => {
    const sim = simulator();
    sim.submit(place('low', limit('buy', 1, 90)));
    sim.submit(place('lower', limit('buy', 1, 80)));
    work(sim, QUIET);
    expect(band(sim)).toEqual([90, Infinity]);
    sim.submit(cancel('low'));
    expect(band(sim)).toEqual([Infinity, Infinity]);
    work(sim, QUIET);
    expect(band(sim)).toEqual([80, Infinity]);
  });

  it('tells it by the same object, whatever happens', () => {
    const sim = simulator();
    const calm = sim.calmOf('ABCUSD');
    sim.submit(place('buy', market('buy', 1)));
    work(sim, QUIET);
    sim.submit(placePair('pair', stop('sell', 0.9, 95), limit('sell', 0.9, 110)));
    work(sim, QUIET);
    expect([calm.calmLow, calm.calmHigh]).toEqual([95, 110]);
  });

  it('is never calm where fees in BNB need its price', () => {
    const sim = simulator({ fees: { maker: 0, taker: 0, asset: 'BNB' } });
    expect(band(sim, 'BNBUSD')).toEqual([Infinity, -Infinity]);
    expect(band(sim)).toEqual([-Infinity, Infinity]);
  });

  it('waits for its commands again after a snapshot was restored', () => {
    const sim = simulator();
    sim.submit(place('buy', limit('buy', 1, 90)));
    const again = simulator();
    again.restore(sim.snapshot());
    expect(band(again)).toEqual([Infinity, Infinity]);
    again.restore(simulator().snapshot());
    expect(band(again)).toEqual([-Infinity, Infinity]);
  });
});
