import fc from 'fast-check';
import { BUILT_IN_INSTRUMENTS } from '@org/domain';
import { Slippage } from './slippage.ts';

const btc = BUILT_IN_INSTRUMENTS.get('BTCUSDT')!;

describe('slippage', () => {
  it.each([
    ['buy', '0.0001', 100, 10_001],
    ['sell', '0.0001', 100, 9_999],
    // 123.45 × 1.0001 = 123.462345
    ['buy', '0.0001', 123.45, 12_347],
    // 123.45 × 0.9999 = 123.437655
    ['sell', '0.0001', 123.45, 12_343],
    ['buy', 0, 123.45, 12_345],
    ['buy', 0, 123.451, 12_346],
    ['sell', 0, 123.459, 12_345],
    // 100.004 × 1.0001 = 100.0140004: the open is not rounded before it is moved
    ['buy', '0.0001', 100.004, 10_002],
    ['sell', '0.0001', 100.004, 9_999],
    ['sell', '0.99', 0.01, 1],
    ['sell', '0.99', 0.004, 1],
  ] as const)('moves a %s by %s of %s to %s ticks', (side, fraction, value, ticks) => {
    expect(new Slippage(fraction).against(side, value, btc)).toBe(ticks);
  });

  it('is exact beyond what a double product holds', () => {
    // 3 × 10^12 ticks × 0.000123457 = 370,371,000
    expect(new Slippage('0.000123457').against('buy', 3e10, btc)).toBe(3_000_370_371_000);
    expect(new Slippage('0.000123457').against('buy', 3e10 + 0.01, btc)).toBe(3_000_370_371_002);
  });

  it('is never for the order, and never more than a tick beyond the fraction', () => {
    const cases = fc.tuple(fc.integer({ min: 100, max: 1e8 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(cases, ([ticks, basisPoints]) => {
        const slippage = new Slippage({ units: BigInt(basisPoints), decimals: 4 });
        const loss = (ticks * basisPoints) / 1e4;
        const bought = slippage.against('buy', ticks / 100, btc) - ticks;
        const sold = ticks - slippage.against('sell', ticks / 100, btc);
        expect(bought).toBe(sold);
        expect(bought).toBeGreaterThanOrEqual(loss);
        expect(bought - loss).toBeLessThan(1);
      }),
    );
  });
});
