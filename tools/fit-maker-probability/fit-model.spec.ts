import { makerProbability } from '@org/simulator';
import { fitModel } from './fit-model.ts';
import type { Sample } from './sample.ts';

/** A hundred orders of a size, of which so many were filled; nothing else differs. */
const orders = (sizeQuote: number, filled: number): readonly Sample[] =>
  Array.from({ length: 100 }, (_, at) => ({
    time: 0,
    ticksBehind: 0,
    features: { spreadTicks: 1, depthAheadQuote: 5, depthAgainstQuote: 5, volatilityBps: 2, sizeQuote },
    isFilled: at < filled,
  }));

const samples = [...orders(9, 80), ...orders(99, 20)];
const model = fitModel(samples, 7_000);

describe('a model fitted to a market made up', () => {
  it('keeps its horizon, and the scale of each feature', () => {
    expect(model.horizonMs).toBe(7_000);
    // ln 10 and ln 100 lie half of ln 10 around their mean
    expect(model.terms.sizeQuote).toMatchObject({
      mean: expect.closeTo(1.5 * Math.LN10, 6),
      deviation: expect.closeTo(Math.LN10 / 2, 6),
      least: 9,
      most: 99,
    });
  });

  it('finds the log-odds that the market was made with, but for the ridge', () => {
    // Odds of 4 and of 1/4, one deviation to either side of the mean: −ln 4, held back a little
    expect(model.intercept).toBeCloseTo(0, 6);
    expect(model.terms.sizeQuote.coefficient).toBeGreaterThan(-Math.log(4));
    expect(model.terms.sizeQuote.coefficient).toBeLessThan(-Math.log(4) + 0.05);
  });

  it('counts what was the same everywhere as nothing', () => {
    expect(model.terms.spreadTicks).toEqual({
      coefficient: 0,
      mean: expect.closeTo(Math.LN2, 6),
      deviation: 1,
      least: 1,
      most: 1,
    });
  });

  it('gives back the shares that it was fitted to, through the function of the simulator', () => {
    const [small] = orders(9, 0);
    const [large] = orders(99, 0);
    if (small === undefined || large === undefined) throw new Error('there are orders');
    const [ofSmall, ofLarge] = [small, large].map(({ features }) => makerProbability(model, features));
    // The ridge moves both by seven thousandths towards the middle.
    expect(ofSmall).toBeCloseTo(0.793, 3);
    expect(ofLarge).toBeCloseTo(0.207, 3);
  });

  it('does not let a rare value stretch the range', () => {
    const [odd] = orders(1e9, 1);
    if (odd === undefined) throw new Error('there are orders');
    expect(fitModel([...samples, odd], 7_000).terms.sizeQuote.most).toBe(99);
  });
});
