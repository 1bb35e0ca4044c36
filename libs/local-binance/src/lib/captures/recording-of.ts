import { InputError, parseDecimal } from '@org/domain';
import type { DepthRecording, RecordedTrade, SymbolGrid } from '@org/simulator';
import { lotsOf, ticksOf } from '@org/simulator';
import type { CaptureMessage } from './capture-message.ts';
import type { RecordingFacts } from './recording-assembler.ts';
import { RecordingAssembler } from './recording-assembler.ts';

/** A message, and when it was received by the recorder's clock, ms UTC. */
export interface Received {
  readonly read: CaptureMessage;
  readonly receivedAt: number | null;
}

/** A trade alone, or several of one taker at one price. */
interface Traded {
  readonly T: number;
  readonly p: string;
  readonly q: string;
  readonly m: boolean;
}

/**
 * Makes a recording of what was received of a symbol. Aggregate trades stand in for trades where none were recorded one
 * by one; what was received twice, as by recorders that connect anew, is there once.
 *
 * @throws InputError `capture` for more steps than can be counted
 */
export function recordingOf(
  received: readonly Received[],
  grid: SymbolGrid,
): { readonly recording: DepthRecording; readonly facts: RecordingFacts } {
  const assembler = new RecordingAssembler();
  const hasTrades = received.some(({ read }) => read.kind === 'trade');
  let lastTradeId = -1;
  for (const { read, receivedAt } of received) {
    switch (read.kind) {
      case 'snapshot': {
        const { lastUpdateId, bids, asks } = read.message;
        const sides = { bids: steps(bids, grid), asks: steps(asks, grid) };
        assembler.addSnapshot({ kind: 'snapshot', updateId: lastUpdateId, ...sides }, receivedAt);
        break;
      }
      case 'difference': {
        const { U, u, E, b, a } = read.message;
        const sides = { bids: steps(b, grid), asks: steps(a, grid) };
        assembler.addDifference({
          firstId: U,
          difference: { kind: 'difference', time: E, updateId: u, ...sides },
        });
        break;
      }
      case 'trade':
      case 'aggregateTrade': {
        const id = read.kind === 'trade' ? read.message.t : read.message.a;
        if (hasTrades !== (read.kind === 'trade') || id <= lastTradeId) break;
        lastTradeId = id;
        assembler.addTrade(tradeOf(read.message, grid));
        break;
      }
      default:
        read satisfies never;
    }
  }
  const { events, facts } = assembler.finish();
  return { recording: { symbol: grid.symbol, grid, events }, facts };
}

function tradeOf({ T, p, q, m }: Traded, grid: SymbolGrid): RecordedTrade {
  const [price = 0, quantity = 0] = steps([[p, q]], grid);
  return { kind: 'trade', time: T, takerSide: m ? 'sell' : 'buy', price, quantity };
}

function steps(levels: readonly (readonly [price: string, quantity: string])[], grid: SymbolGrid): number[] {
  return levels.flatMap(([price, quantity]) => {
    const ticks = ticksOf(parseDecimal(price), grid);
    const lots = lotsOf(parseDecimal(quantity), grid);
    if (ticks === null || lots === null) throw uncountable(price, quantity, grid);
    return [ticks, lots];
  });
}

function uncountable(price: string, quantity: string, { symbol }: SymbolGrid): InputError {
  return new InputError('capture', {
    what: `a level of ${symbol} has more steps than can be counted`,
    found: `${quantity} at ${price}`,
    allowed: `up to ${Number.MAX_SAFE_INTEGER} steps`,
    hint: 'The steps are as fine as the finest number of the capture.',
  });
}
