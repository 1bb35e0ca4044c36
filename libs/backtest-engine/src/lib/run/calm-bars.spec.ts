import type { SelectiveBarVenue } from '@org/domain';
import { DEFAULT_RISK_LIMITS } from '@org/domain';
import type { StrategyDefinition } from '@org/strategies';
import { smaCross } from '@org/strategies';
import { breakout, filteredTrend, grid, patientBuyer, rotation, sampleBars } from '@org/strategies/testing';
import { commandLines, setUp } from '../../testing/run-fixture.ts';
import { runBacktest } from './run-backtest.ts';

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
  const symbols = strategy === rotation ? ['BTCUSDT', 'ETHUSDT'] : ['BTCUSDT'];
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
  it.each([smaCross, breakout, filteredTrend, grid, patientBuyer, rotation])(
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
