import type { Json } from '@org/domain';
import { amount } from '@org/domain';
import { bindStrategy, smaCross, trendRsiStoch } from '@org/strategies';
import { checkStates } from './check-states.ts';

const allocations = [smaCross, trendRsiStoch].map((definition) => ({
  strategy: bindStrategy(definition, { id: definition.name, symbols: ['BTCUSDT'], interval: '1h', set: {} }),
  share: 0.5,
}));

function check(...memories: readonly Json[]): void {
  checkStates(
    { allocations },
    { workers: memories.map((memory) => ({ memory, cash: amount(0n), positions: [] })) },
  );
}

describe('what strategies remember when a session ends', () => {
  it('is plain data that JSON brings back', () => {
    expect(() => check(null, { side: 'up', bars: [1, 2] })).not.toThrow();
  });

  it('is refused by the name of the strategy and the path of what is lost', () => {
    expect(() => check(null, { bars: [1, NaN] })).toThrow(
      'strategy trend-rsi-stoch has state that JSON would not bring back; found state.bars.1, NaN;',
    );
  });
});
