import { asset, decimal, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import { amountOf } from '../accounts/units.ts';
import { lotsOf, ticksOf } from '../grid-conversions.ts';
import { gridOf } from '../symbol-grid.ts';
import { Worth } from './worth.ts';

describe('what a quantity is worth', () => {
  it.each([
    // 0.49975 × 35,000 = 17,491.25
    ['BTC', 'USDT', 8, '0.01', '0.00001', '35000', '0.49975', 1_749_125_000_000n],
    // A price of 1e-8, the least there is: 3 × 0.00000001
    ['SHIB', 'BTC', 8, '0.00000001', '1', '0.00000001', '3', 3n],
    // 1e12 PEPE at 0.00001234 USDT are 12,340,000
    ['PEPE', 'USDT', 8, '0.00000001', '1', '0.00001234', '1000000000000', 1_234_000_000_000_000n],
    // 2 BTC at 1.5e9 rupiah, which have 2 decimals: 3e9
    ['BTC', 'IDR', 2, '1', '0.00001', '1500000000', '2', 300_000_000_000n],
    // 0.00001 × 1,500,000,001 = 15,000.00001, cut to 15,000.00
    ['BTC', 'IDR', 2, '1', '0.00001', '1500000001', '0.00001', 1_500_000n],
  ])('in %s for %s is exact, and cut down', (base, quote, decimals, tick, lot, at, size, units) => {
    const grid = gridOf(symbolRules(steps(tick, lot), { base: asset(base), quote: asset(quote, decimals) }));
    const [ticks, lots] = [ticksOf(decimal(at), grid)!, lotsOf(decimal(size), grid)!];
    expect(amountOf(new Worth(grid).quote(ticks, lots))).toBe(units);
  });

  it('is counted in the base asset too', () => {
    const grid = gridOf(symbolRules(steps('0.01', '0.00001')));
    expect(amountOf(new Worth(grid).base(lotsOf(decimal('0.49975'), grid)!))).toBe(49_975_000n);
  });
});
