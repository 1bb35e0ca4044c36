import type { SpotInstrument } from '@org/domain';
import { amount, InputError, spotInstrument } from '@org/domain';
import { BTCUSDT, ETHUSDT, OPEN_LIMITS, wanting } from '../../testing/desk-fixture.ts';
import { checkSetup } from './check-setup.ts';
import type { TradingSetup } from './trading-setup.ts';

const strategy = wanting([]);
const setup: TradingSetup = {
  allocations: [{ strategy, share: 1 }],
  instruments: [BTCUSDT, ETHUSDT],
  limits: OPEN_LIMITS,
  deposits: [{ asset: 'USDT', amount: amount(150_000_000n) }],
  orderIdPrefix: 'os1',
};
const ETHBTC: SpotInstrument = spotInstrument({
  symbol: 'ETHBTC',
  base: ETHUSDT.base,
  quote: BTCUSDT.base,
  tickSize: '0.00001',
  stepSize: '0.0001',
  minNotional: '0.0001',
});

function codeOf(wrong: Partial<TradingSetup>): string {
  try {
    return checkSetup({ ...setup, ...wrong }).code;
  } catch (error) {
    if (error instanceof InputError) return `${error.code}: ${error.facts.found}`;
    throw error;
  }
}

describe('a setup is refused', () => {
  it.each<[string, Partial<TradingSetup>, string]>([
    ['without a market', { instruments: [] }, 'setup-empty: no instrument'],
    ['without a strategy', { allocations: [] }, 'setup-empty: none'],
    ['with a prefix of other signs', { orderIdPrefix: 'os-1' }, 'setup-prefix: "os-1"'],
    ['with no prefix', { orderIdPrefix: '' }, 'setup-prefix: ""'],
    ['with two quote assets', { instruments: [BTCUSDT, ETHBTC] }, 'setup-quotes: ETHBTC'],
    ['with a market twice', { instruments: [BTCUSDT, ETHUSDT, BTCUSDT] }, 'setup-markets: BTCUSDT'],
    [
      'with a deposit below nothing',
      { deposits: [{ asset: 'USDT', amount: amount(-1n) }] },
      'setup-deposits: -1 USDT',
    ],
    [
      'with one id twice',
      {
        allocations: [
          { strategy, share: 0.5 },
          { strategy, share: 0.5 },
        ],
      },
      'setup-ids: scripted',
    ],
    ['with a share of nothing', { allocations: [{ strategy, share: 0 }] }, 'setup-shares: 0'],
    [
      'with a share that is no number',
      { allocations: [{ strategy, share: Number.NaN }] },
      'setup-shares: NaN',
    ],
    [
      'with shares above 1',
      {
        allocations: [
          { strategy, share: 0.75 },
          { strategy: wanting([], { id: 'other' }), share: 0.5 },
        ],
      },
      'setup-shares: 1.25',
    ],
    [
      'when a strategy listens to a market without rules',
      {
        allocations: [
          { strategy: wanting([], { inputs: [{ kind: 'trades', symbol: 'XRPUSDT' }] }), share: 1 },
        ],
      },
      'setup-market: XRPUSDT',
    ],
  ])('%s', (_what, wrong, expected) => {
    expect(codeOf(wrong)).toBe(expected);
  });

  it('and otherwise told the asset that its markets are quoted in', () => {
    expect(codeOf({})).toBe('USDT');
  });
});
