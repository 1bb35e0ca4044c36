import { amountIn, BUILT_IN_INSTRUMENTS, spotInstrument } from '@org/domain';
import {
  bar,
  BNBUSD,
  deposit,
  drain,
  funds,
  limit,
  market,
  MINUTE_MS,
  place,
  simulator,
  work,
} from '../../testing/bar-tape.ts';
import { ratioOf } from '../fractions/fraction.ts';
import { bnbFee } from './bnb-fee.ts';
import { BINANCE_FEES, feeRates } from './fee-schedule.ts';

describe('a fee schedule', () => {
  it('is a tenth of a percent at Binance', () => {
    expect(feeRates(BINANCE_FEES)).toEqual({
      maker: { numerator: 1n, denominator: 1000n },
      taker: { numerator: 1n, denominator: 1000n },
      inBnb: false,
    });
  });

  it.each(['-0.001', '1', 1.5])('refuses a fee of %s', (maker) => {
    expect(() => feeRates({ ...BINANCE_FEES, maker })).toThrow(
      `the maker fee is a fraction of one; found ${maker}; allowed: at least 0 and below 1`,
    );
  });
});

describe('a fee from the asset received', () => {
  it('is cut down to the smallest unit', () => {
    const sim = simulator({ fees: { maker: 0, taker: '0.00033333', asset: 'received' } });
    sim.submit(place('buy', market('buy', 0.333)));
    // 33,300,000 units × 0.00033333 = 11,099.889
    expect(work(sim, bar(1, 100, 100, 100, 100))[1]).toContain('fee 0.00011099 ABC');
    expect(sim.feesPaid().find(({ asset }) => asset === 'ABC')?.amount).toBe(11_099n);
  });

  it('is nothing at a rate of 0', () => {
    const sim = simulator({ fees: { maker: 0, taker: 0, asset: 'received' } });
    sim.submit(place('buy', market('buy', 1)));
    expect(work(sim, bar(1, 100, 100, 100, 100))[1]).toContain('fee 0 ABC');
  });
});

describe('a fee in BNB', () => {
  const fees = { maker: '0.001', taker: '0.001', asset: 'BNB' } as const;

  it('is three quarters of its worth, at the price of BNB shown last', () => {
    const sim = simulator({ fees, deposits: [deposit('USD', '10000'), deposit('BNB', '1')] });
    work(sim, bar(0, 250, 400, 200, 300), {}, BNBUSD.symbol);
    sim.submit(place('buy', market('buy', 2)));
    // 200 × 0.001 × 0.75 / 250 = 0.0006
    expect(work(sim, bar(1, 100, 100, 100, 100))).toEqual([
      'buy accepted',
      'buy filled 2 at 100, fee 0.0006 BNB, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9800', 'BNB 0.9994', 'ABC 2']);
    expect(sim.feesPaid().find(({ asset }) => asset === 'BNB')?.amount).toBe(60_000n);
  });

  it('takes a price of BNB off the tick as the tick below, against the payer', () => {
    const sim = simulator({ fees, deposits: [deposit('USD', '10000'), deposit('BNB', '1')] });
    work(sim, bar(0, 250.09, 250.09, 250.09, 250.09), {}, BNBUSD.symbol);
    sim.submit(place('buy', market('buy', 2)));
    // At 250 it is 0.0006, at 250.1 it would be 0.00059976.
    expect(work(sim, bar(1, 100, 100, 100, 100))[1]).toContain('fee 0.0006 BNB');
  });

  it('uses the open of the very time slice', () => {
    const sim = simulator({ fees, deposits: [deposit('USD', '10000'), deposit('BNB', '1')] });
    sim.submit(place('buy', market('buy', 2)));
    sim.openBar('ABCUSD', bar(1, 100, 100, 100, 100), 2 * MINUTE_MS);
    sim.openBar('BNBUSD', bar(1, 500, 500, 500, 500), 2 * MINUTE_MS);
    expect(drain(sim)[1]).toContain('fee 0.0003 BNB');
  });

  it('comes whole from the asset received where there is too little BNB', () => {
    const sim = simulator({ fees, deposits: [deposit('USD', '10000'), deposit('BNB', '0.0009')] });
    work(sim, bar(0, 250, 250, 250, 250), {}, BNBUSD.symbol);
    sim.submit(place('first', market('buy', 2)));
    sim.submit(place('second', market('buy', 2)));
    expect(work(sim, bar(1, 100, 100, 100, 100)).slice(2)).toEqual([
      'first filled 2 at 100, fee 0.0006 BNB, taker, complete',
      'second filled 2 at 100, fee 0.002 ABC, taker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 9600', 'BNB 0.0003', 'ABC 3.998']);
  });

  it('comes from the asset received where nothing tells what BNB is worth', () => {
    const sim = simulator({ fees, deposits: [deposit('ABC', '2'), deposit('BNB', '1')] });
    sim.submit(place('sell', market('sell', 2)));
    expect(work(sim, bar(1, 100, 100, 100, 100))[1]).toContain('fee 0.2 USD');
  });

  it('of a trade in BNB itself needs no price', () => {
    const sim = simulator({ fees, deposits: [deposit('USD', '1000'), deposit('BNB', '1')] });
    sim.submit(place('buy', limit('buy', 1, 10), BNBUSD.symbol));
    expect(work(sim, bar(1, 100, 100, 99, 100), {}, BNBUSD.symbol)).toEqual([
      'buy accepted',
      'buy filled 1 at 100, fee 0.00075 BNB, maker, complete',
    ]);
    expect(funds(sim)).toEqual(['USD 900', 'BNB 1.99925']);
  });

  it('of a market priced in BNB is a share of the notional', () => {
    const market = spotInstrument({
      symbol: 'ETHBNB',
      base: { code: 'ETH', decimals: 8 },
      quote: { code: 'BNB', decimals: 8 },
      tickSize: '0.001',
      stepSize: '0.001',
      minNotional: '0.1',
    });
    expect(bnbFee({ base: 1n, notional: 4_000n }, ratioOf('', '0.001'), market, null)).toBe(3n);
  });

  it('takes no price of nothing', () => {
    const market = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
    if (market === undefined) throw new Error('BTCUSDT is built in');
    const traded = { base: 1n, notional: amountIn('100', market.quote) };
    expect(bnbFee(traded, ratioOf('', '0.001'), market, { instrument: BNBUSD, value: 0 })).toBeNull();
  });
});
