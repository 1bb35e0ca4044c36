import { formatDecimal, InputError } from '@org/domain';
import { lotsOf, ticksOf } from '../../exchange/grid-conversions.ts';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import type { MarketPlan } from '../market.ts';
import { DepthMarket } from './depth-market.ts';
import type { DepthRecording, RecordedEvent, RecordedLevels } from './depth-recording.ts';

/**
 * The market of a recording. It begins with the recording's snapshot and stands still after its end.
 *
 * @throws InputError `depth-recording` for one without a snapshot first; when it is opened, for a grid that is coarser
 * than its own
 */
export function recordedDepth(recording: DepthRecording): MarketPlan {
  const { symbol, events } = recording;
  const [first] = events;
  if (first?.kind !== 'snapshot') {
    throw new InputError('depth-recording', {
      what: `the recording of ${symbol} has no book to begin with`,
      found: first === undefined ? 'nothing' : `a ${first.kind}`,
      allowed: 'a snapshot, then what followed it',
    });
  }
  return {
    symbol,
    startTime: first.time,
    open: (grid, time) => new DepthMarket(eventsOn(grid, recording), time),
  };
}

function eventsOn(grid: SymbolGrid, recording: DepthRecording): readonly RecordedEvent[] {
  const { events, grid: own, symbol } = recording;
  const ticks = ticksOf(own.tick, grid);
  const lots = lotsOf(own.lot, grid);
  if (ticks === null || lots === null) {
    throw new InputError('depth-recording', {
      what: `the steps of ${symbol} are coarser than those of its recording`,
      found: `${text(grid.tick)} and ${text(grid.lot)}`,
      allowed: `whole parts of ${text(own.tick)} and ${text(own.lot)}`,
    });
  }
  return ticks === 1 && lots === 1 ? events : events.map((event) => counted(event, ticks, lots));
}

/** An event in finer steps: `ticks` and `lots` of them for each of its own. */
function counted(event: RecordedEvent, ticks: number, lots: number): RecordedEvent {
  if (event.kind === 'trade') {
    return { ...event, price: event.price * ticks, quantity: event.quantity * lots };
  }
  const levels = (side: RecordedLevels) =>
    side.map((value, index) => value * (index % 2 === 0 ? ticks : lots));
  return { ...event, bids: levels(event.bids), asks: levels(event.asks) };
}

function text({ units, decimals }: { readonly units: bigint; readonly decimals: number }): string {
  return formatDecimal(units, decimals);
}
