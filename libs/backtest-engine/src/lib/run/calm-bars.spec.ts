import type { SelectiveBarVenue } from '@org/domain';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import type { StrategyDefinition } from '@org/strategies';
import { buy, candles, defineStrategy, hold, smaCross } from '@org/strategies';
import { breakout, filteredTrend, grid, patientBuyer, rotation, sampleBars } from '@org/strategies/testing';
import { z } from 'zod';
import { commandLines, setUp } from '../../testing/run-fixture.ts';
import { runBacktest } from './run-backtest.ts';

/**
 * Rests a buy in one market, and answers its fill by an order in the other, whose bar nobody had to look at until then:
 * at times a market order, which comes too late for the open, at times a limit that the bar has passed by already.
 */
const relay = defineStrategy({
  name: 'relay',
  parameters: z.object({}),
  inputs: (_p, { symbols: [first, second = first], interval }) => ({
    first: candles(first, interval),
    second: candles(second, interval),
  }),
  state: () => ({ fills: 0 }),
  protection: 'inventory',
  wantsOrderEvents: true,
  decide(state, view) {
    const other = view.symbol === 'BTCUSDT' ? 'ETHUSDT' : 'BTCUSDT';
    const close = view.candles.first?.close ?? 0;
    const size = { by: 'quote', quote: 50 } as const;
    if (view.trigger.kind !== 'orderFilled' || view.slot !== 'here') {
      const isResting = view.order('here') !== undefined;
      const limit = close * 0.999;
      return isResting
        ? hold(state)
        : { state, intents: [buy({ slot: 'here', limit, size, reason: 'rest' })] };
    }
    const { fills } = state;
    const passed = { limit: (view.candles.second?.close ?? 0) * 1.01 };
    const there = buy({
      symbol: other,
      slot: `there:${fills}`,
      size,
      reason: 'go on',
      ...(fills % 2 === 0 ? {} : passed),
    });
    return { state: { fills: fills + 1 }, intents: [there] };
  },
});

const NEVER = { calmLow: Infinity, calmHigh: -Infinity };

/** The same venue with its own word on what it wants to be shown; `shown` counts the bars that it was. */
function counted(venue: SelectiveBarVenue, calmOf: SelectiveBarVenue['calmOf']) {
  let shown = 0;
  const counting: SelectiveBarVenue = {
    openBar(...bar) {
      shown += 1;
      venue.openBar(...bar);
    },
    nextEvent: () => venue.nextEvent(),
    submit: (command) => venue.submit(command),
    calmOf,
  };
  return { counting, shown: () => shown };
}

function setOf(strategy: StrategyDefinition): Record<string, number> {
  if (strategy === smaCross) return { fast: 3, slow: 9 };
  if (strategy === filteredTrend) return { filter: 2 };
  return strategy === grid ? { width: 0.002 } : {};
}

function run(strategy: StrategyDefinition, seed: number, isSelective: boolean) {
  const symbols = strategy === rotation || strategy === relay ? ['BTCUSDT', 'ETHUSDT'] : ['BTCUSDT'];
  const series = symbols.map((symbol, at) =>
    sampleBars({ symbol, interval: '1h', bars: 400, seed: seed + at, volatility: 0.004 }),
  );
  const setup = setUp({ strategy, set: setOf(strategy), series, limits: DEFAULT_RISK_LIMITS });
  const { venue } = setup;
  const { counting, shown } = counted(venue, (symbol) => (isSelective ? venue.calmOf(symbol) : NEVER));
  const commands: string[] = [];
  const result = runBacktest(
    { ...setup, venue: counting },
    { onCommand: (command) => commands.push(...commandLines([command])) },
  );
  const { equity, fills, bars, firstDecision, refusals } = result;
  return { told: { equity, fills, bars, firstDecision, refusals, commands }, shown: shown() };
}

describe('bars that touch no order', () => {
  it.each([smaCross, breakout, filteredTrend, grid, patientBuyer, rotation, relay])(
    'are kept from the venue, and nothing that $name does becomes another',
    (strategy) => {
      for (const seed of [1, 2, 3]) {
        const selective = run(strategy, seed, true);
        const whole = run(strategy, seed, false);
        expect(selective.told).toEqual(whole.told);
        expect(selective.told.commands).not.toHaveLength(0);
        expect(selective.shown).toBeLessThan(whole.shown);
      }
    },
  );
});
