import type { Strategy } from '@org/domain';
import { amountIn, BUILT_IN_INSTRUMENTS, DEFAULT_RISK_LIMITS } from '@org/domain';
import { openDesk, startTrading } from '@org/execution';
import { startView } from '../view/session-view.ts';
import { statusLine } from './status-line.ts';

const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
if (instrument === undefined) throw new Error('no such market');

const idle: Strategy = {
  id: 'idle',
  name: 'idle',
  inputs: [{ kind: 'candles', symbol: 'BTCUSDT', interval: '1m' }],
  protection: 'position',
  wantsOrderEvents: false,
  initialState: null,
  decide: (state) => ({ state, intents: [] }),
};

const desk = openDesk({
  allocations: [{ strategy: idle, share: 1 }],
  instruments: [instrument],
  limits: DEFAULT_RISK_LIMITS,
  deposits: [{ asset: 'USDT', amount: amountIn('10000', instrument.quote) }],
  orderIdPrefix: 'os',
});

/** The line of an account that holds `size` BTC at 39,895.60, 2.41 USDT poorer than it began. */
function lineOf(size: number, width?: number): string {
  const state = startTrading(desk, Date.UTC(2024, 0, 1, 1, 45));
  const { account } = state;
  const held = { ...state, equity: 9_997.59, marks: [39_895.6], account: { ...account, sizes: [size] } };
  return statusLine(desk, { ...startView(desk), bars: 1, state: held }, 10_000, width);
}

describe('the line of status', () => {
  it('tells market time, price, position, equity, profit and open orders', () => {
    expect(lineOf(0.0626)).toBe(
      '2024-01-01 01:45:00 | BTCUSDT 39895.60 0.0626 BTC | equity 9997.59 | -2.41 (-0.02%) | 0 open orders',
    );
  });

  it.each([
    [98, '2024-01-01 01:45:00 | BTCUSDT 39895.60 0.0626 BTC | -2.41 (-0.02%) | 0 open orders'],
    [79, '2024-01-01 01:45:00 | BTCUSDT 39895.60 0.0626 BTC | -2.41 (-0.02%)'],
    [50, 'BTCUSDT 39895.60 0.0626 BTC | -2.41 (-0.02%)'],
    [20, 'BTCUSDT 39895.60 0.0'],
  ])('leaves out what tells least where it has %d characters', (width, line) => {
    expect(lineOf(0.0626, width)).toBe(line);
  });

  it('calls a position flat that is less than one lot of 0.00001', () => {
    expect(lineOf(0.00000999)).toContain('BTCUSDT 39895.60 flat');
    expect(lineOf(0.00001)).toContain('BTCUSDT 39895.60 0.00001 BTC');
  });
});
