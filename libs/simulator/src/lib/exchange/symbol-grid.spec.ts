import { InputError } from '@org/domain';
import { decimal, steps, symbolRules } from '../../testing/symbol-rules.ts';
import { lotsOf, priceDecimal, quantityDecimal, ticksOf, unitsOf } from './grid-conversions.ts';
import { gridOf, regrid } from './symbol-grid.ts';

const BTC = gridOf(symbolRules(steps('0.01', '0.00001')));

describe('the grid of a market', () => {
  it('has the steps of its filters', () => {
    expect(BTC).toEqual({
      symbol: 'BTCUSDT',
      base: { code: 'BTC', decimals: 8 },
      quote: { code: 'USDT', decimals: 8 },
      tick: { units: 1n, decimals: 2 },
      lot: { units: 1n, decimals: 5 },
      // 0.00001 BTC are 1,000 satoshi; 0.01 × 0.00001 USDT are 1e-7, 10 units.
      unitsPerLot: 1000n,
      tickLot: { numerator: 10n, denominator: 1n },
    });
  });

  it("has the asset's smallest unit for a step that is off or missing", () => {
    const off = gridOf(symbolRules(steps('0', '0')));
    expect([off.tick, off.lot]).toEqual([
      { units: 1n, decimals: 8 },
      { units: 1n, decimals: 8 },
    ]);
    expect(gridOf(symbolRules([]))).toEqual(off);
  });

  it('is fine enough for earlier rules too', () => {
    const coarser = gridOf(symbolRules(steps('0.25', '1')), BTC);
    expect([coarser.tick, coarser.lot]).toEqual([BTC.tick, BTC.lot]);
    // Whole multiples of 0.25 and of 0.1 are multiples of 0.05.
    const between = gridOf(
      symbolRules(steps('0.1', '0.00001')),
      gridOf(symbolRules(steps('0.25', '0.00001'))),
    );
    expect(between.tick).toEqual({ units: 5n, decimals: 2 });
  });

  it('is fine enough for orders that rest from before its filters', () => {
    const restingSteps = { tick: decimal('0.001'), lot: decimal('0.000001') };
    const older = gridOf({ ...symbolRules(steps('0.01', '0.00001')), restingSteps });
    expect([older.tick, older.lot]).toEqual([restingSteps.tick, restingSteps.lot]);
  });

  it('tells how many new steps an old one is', () => {
    const before = gridOf(symbolRules(steps('0.25', '1')));
    const after = gridOf(symbolRules(steps('0.1', '0.001')), before);
    expect(regrid(before, after)).toEqual({ ticks: 5, lots: 1000 });
    expect(regrid(BTC, BTC)).toEqual({ ticks: 1, lots: 1 });
  });

  it.each(['-0.01', '0.000000001'])('refuses a step of %s', (tickSize) => {
    expect(() => gridOf(symbolRules(steps(tickSize, '1')))).toThrow(InputError);
  });
});

describe('a decimal on the grid', () => {
  it.each([
    ['61837.63', 6_183_763],
    ['61837.6300', 6_183_763],
    ['0.01', 1],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', null],
    ['61837.635', null],
  ])('is a price: %s in ticks of 0.01 is %p', (text, ticks) => {
    expect(ticksOf(decimal(text), BTC)).toBe(ticks);
    expect(ticksOf({ units: decimal(text).units * 10n, decimals: decimal(text).decimals + 1 }, BTC)).toBe(
      ticks,
    );
  });

  it.each([
    ['1', 100_000],
    ['0.00001', 1],
    ['0.000015', null],
  ])('is a quantity: %s in lots of 0.00001 is %p', (text, lots) => {
    expect(lotsOf(decimal(text), BTC)).toBe(lots);
  });

  it.each([
    ['1.5', 150_000_000n],
    ['0.000000001', null],
  ])('is an amount: %s in units of 8 decimals is %p', (text, units) => {
    expect(unitsOf(decimal(text), 8)).toBe(units);
  });

  it('comes back as it was', () => {
    expect(priceDecimal(ticksOf(decimal('61837.6'), BTC)!, BTC)).toEqual({ units: 6_183_760n, decimals: 2 });
    expect(quantityDecimal(lotsOf(decimal('1.5'), BTC)!, BTC)).toEqual({ units: 150_000n, decimals: 5 });
  });
});
