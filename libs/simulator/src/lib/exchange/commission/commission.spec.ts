import { amount, InputError, price } from '@org/domain';
import { asset, steps, symbolRules } from '../../../testing/symbol-rules.ts';
import type { CommissionRates, ExchangeAccount } from '../exchange-account.ts';
import { gridOf } from '../symbol-grid.ts';
import type { DiscountFunds } from './commission-of.ts';
import { commissionOf } from './commission-of.ts';
import { commissionTerms, ratesOf } from './commission-terms.ts';
import type { PricedMarket } from './conversion.ts';
import { conversion } from './conversion.ts';

const NO_RATES: CommissionRates = { maker: 0, taker: 0, buyer: 0, seller: 0 };

/** The example of the exchange's FAQ on commission rates. */
const ACCOUNT: ExchangeAccount = {
  accountId: 'a',
  tradeGroupId: null,
  funding: 'funded',
  canTrade: true,
  standardCommission: {
    maker: '0.00000010',
    taker: '0.00000020',
    buyer: '0.00000030',
    seller: '0.00000040',
  },
  taxCommission: { maker: '0.00000112', taker: '0.00000114', buyer: '0.00000118', seller: '0.00000116' },
  specialCommission: { maker: '0.01', taker: '0.02', buyer: '0.03', seller: '0.04' },
  discount: { asset: 'BNB', isEnabled: true, multiplier: '0.25' },
};

const STANDARD_ONLY: ExchangeAccount = {
  ...ACCOUNT,
  taxCommission: NO_RATES,
  specialCommission: NO_RATES,
};

/** 0.49975 BTC at 35,000. */
const RECEIVED = { asset: 'USDT', amount: amount(1_749_125_000_000n) };

const sold = (account: ExchangeAccount, discount: DiscountFunds | null = null) =>
  commissionOf(RECEIVED, ratesOf(commissionTerms(account), false, false), discount);

describe('the commission of a fill', () => {
  it('is what is received times the rates of role and side', () => {
    // 17,491.25 × (0.0000002 + 0.0000004) = 0.01049475
    expect(sold(STANDARD_ONLY)).toEqual({ asset: 'USDT', amount: 1_049_475n });
  });

  it('adds tax and special rates', () => {
    // 17,491.25 × (0.0000006 + 0.0000023 + 0.06) = 1,049.525724625, cut to eight decimals
    expect(sold(ACCOUNT)).toEqual({ asset: 'USDT', amount: 104_952_572_462n });
  });

  it.each([
    ['buy', true, 400n],
    ['buy', false, 500n],
    ['sell', true, 500n],
    ['sell', false, 600n],
  ] as const)('of a %s whose being maker is %p has its own rate', (side, isMaker, fee) => {
    const rates = ratesOf(commissionTerms(STANDARD_ONLY), side === 'buy', isMaker);
    const received = { asset: 'X', amount: amount(1_000_000_000n) };
    expect(commissionOf(received, rates, null).amount).toBe(fee);
  });

  it('is cut down, however fine the rate', () => {
    const rate = { units: 1n, decimals: 20 };
    const { buyTaker } = commissionTerms({
      ...STANDARD_ONLY,
      standardCommission: { ...NO_RATES, taker: rate },
    });
    const received = (units: bigint) => ({ asset: 'X', amount: amount(units) });
    expect(commissionOf(received(10n ** 20n), buyTaker, null).amount).toBe(1n);
    expect(commissionOf(received(10n ** 20n - 1n), buyTaker, null).amount).toBe(0n);
  });

  it('is nothing for the market itself', () => {
    expect(sold({ ...ACCOUNT, funding: 'unlimited' }).amount).toBe(0n);
    expect(commissionTerms({ ...ACCOUNT, funding: 'unlimited' }).discountAsset).toBeNull();
  });

  it.each([
    ['-0.001', 'a commission is a fraction of one; found -0.001'],
    ['1', 'the sum of the commissions is a fraction of one'],
    ['0.95', 'the sum of the commissions is a fraction of one'],
  ])('refuses a rate of %s', (rate, message) => {
    const account = { ...ACCOUNT, standardCommission: { ...NO_RATES, taker: rate } };
    expect(() => commissionTerms(account)).toThrow(InputError);
    expect(() => commissionTerms(account)).toThrow(message);
  });
});

describe('a commission in another asset', () => {
  /** 1 BNB is 260 USDT, both with eight decimals. */
  const bnb = (free: bigint): DiscountFunds => ({
    asset: 'BNB',
    free: amount(free),
    perReceived: { numerator: 1n, denominator: 260n },
  });

  it('has the discount on the standard rate alone', () => {
    // 17,491.25 / 260 × (0.0000006 × 0.25 + 0.0000023 + 0.06) = 4.036607128…
    expect(sold(ACCOUNT, bnb(10_000_000_000n))).toEqual({ asset: 'BNB', amount: 403_660_712n });
  });

  it.each([
    [403_660_711n, 'USDT'],
    [403_660_712n, 'BNB'],
    [403_660_713n, 'BNB'],
  ])('needs the whole fee there: with %d units it is paid in %s', (free, paidIn) => {
    expect(sold(ACCOUNT, bnb(free)).asset).toBe(paidIn);
  });

  it('is paid from what is received where nothing tells its price', () => {
    expect(sold(ACCOUNT, { ...bnb(10_000_000_000n), perReceived: null }).asset).toBe('USDT');
  });

  it('is three quarters where the multiplier says so', () => {
    const account = { ...STANDARD_ONLY, discount: { ...ACCOUNT.discount, multiplier: '0.75' } };
    // 0.01049475 × 0.75 / 260 = 0.00003027331…
    expect(sold(account, bnb(10_000n)).amount).toBe(3_027n);
  });

  it('is offered only where it is enabled', () => {
    expect(commissionTerms(ACCOUNT).discountAsset).toBe('BNB');
    const without = { ...ACCOUNT, discount: { ...ACCOUNT.discount, isEnabled: false } };
    expect(commissionTerms(without).discountAsset).toBeNull();
  });
});

describe('what an asset is worth in another', () => {
  const market = (base: string, quote: string, lastTicks: number | null): PricedMarket => ({
    grid: gridOf(symbolRules(steps('0.01', '0.001'), { base: asset(base), quote: asset(quote, 6) })),
    lastPrice: lastTicks === null ? null : price(lastTicks),
  });
  const units = (from: string, to: string, markets: readonly PricedMarket[], count = 100_000_000n) => {
    const ratio = conversion(from, to, markets);
    return ratio === null ? null : (count * ratio.numerator) / ratio.denominator;
  };
  const BNBUSDT = market('BNB', 'USDT', 26_000);
  const BTCUSDT = market('BTC', 'USDT', 3_500_000);

  it('is its last price, in smallest units', () => {
    // 1 BNB of eight decimals is 260 USDT of six.
    expect(units('BNB', 'USDT', [BTCUSDT, BNBUSDT])).toBe(260_000_000n);
    expect(units('USDT', 'BNB', [BTCUSDT, BNBUSDT], 260_000_000n)).toBe(100_000_000n);
    expect(units('BNB', 'BNB', [])).toBe(100_000_000n);
  });

  it('is found by way of a third', () => {
    // 35,000 / 260 = 134.615384…
    expect(units('BTC', 'BNB', [BTCUSDT, BNBUSDT])).toBe(13_461_538_461n);
  });

  it('is unknown where no market tells', () => {
    expect(conversion('BTC', 'BNB', [BTCUSDT])).toBeNull();
    expect(conversion('BTC', 'BNB', [BTCUSDT, market('BNB', 'USDT', null)])).toBeNull();
    expect(conversion('ETH', 'BNB', [BTCUSDT, BNBUSDT])).toBeNull();
  });
});
