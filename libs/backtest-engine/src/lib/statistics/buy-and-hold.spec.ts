import { sampleMarket } from '../../../test/sample-market.ts';
import { buyAndHold } from './buy-and-hold.ts';

const market = (open: number, close: number) => ({
  ...sampleMarket({ bars: 2 }),
  open: Float64Array.of(open, close),
  close: Float64Array.of(open, close),
});

describe('buy and hold', () => {
  it('goes from the first open to the last close', () => {
    expect(buyAndHold([market(40_000, 50_000)])).toBe(0.25);
  });

  it('holds several markets in equal parts', () => {
    expect(buyAndHold([market(40_000, 50_000), market(2_000, 1_900)])).toBeCloseTo(0.1, 15);
  });

  it('is undefined without bars', () => {
    expect(buyAndHold([])).toBeNull();
    expect(buyAndHold([sampleMarket({ bars: 0 })])).toBeNull();
  });
});
