import type { TradeNews } from '@org/domain';
import { z } from 'zod';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { ask, mapReading } from '../rest/reading.ts';
import type { AggregateTrade } from '../history/trade-page.ts';
import { aggregateRow, tradedOf } from '../history/trade-page.ts';
import type { Sequence } from './sequence.ts';
import { readMessage } from './message-json.ts';

export interface TradeSequenceOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly symbol: string;
  /** The time of the market, ms UTC. */
  readonly nowMs: () => number;
  readonly stream: string;
}

const PAGE = 1000;
const rows = z.array(aggregateRow);
const tradeMessage = aggregateRow.extend({ e: z.literal('aggTrade'), s: z.string() });

/** A message of `<symbol>@aggTrade`; null for what is none of this market. */
export function tradeMessageOf(text: string, symbol: string): AggregateTrade | null {
  const message = readMessage(text, tradeMessage);
  return message === null || message.s !== symbol ? null : message;
}

/** Trades by the ids under which the exchange adds them up. */
export function tradeSequence(options: TradeSequenceOptions): Sequence<AggregateTrade, TradeNews> {
  const { rest, symbol, nowMs, stream } = options;
  return {
    from: null,
    keyOf: ({ a }) => a,
    after: (id) => id + 1,
    isWhole: () => true,
    read: async (fromId) => {
      const parameters = { symbol, fromId, limit: PAGE };
      const request = { method: 'GET', path: '/api/v3/aggTrades', parameters, isSigned: false } as const;
      const reading = await ask(rest, { request, shape: rows, purpose: 'bulk' });
      return mapReading(reading, (items) => ({ items, knownTo: fromId, isFull: items.length === PAGE }));
    },
    told: (trade, isRepaired) => ({ ...tradedOf(trade, symbol), isRepaired }),
    absent: (fromId, toId) => ({ kind: 'tradesAbsent', time: nowMs(), symbol, fromId, toId }),
    lost: () => ({ kind: 'connectionLost', time: nowMs(), stream }),
    restored: () => ({ kind: 'connectionRestored', time: nowMs(), stream }),
  };
}
