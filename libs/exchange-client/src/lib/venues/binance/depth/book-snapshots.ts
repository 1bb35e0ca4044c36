import type { DepthSnapshot, SnapshotSource } from '@org/domain';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { ask } from '../rest/reading.ts';
import { depthSnapshotSchema } from './depth-schema.ts';
import { depthSnapshotOf } from './market-steps.ts';

export interface BookSnapshotsOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'get'>;
  /** Levels a side: 1,000 weigh 50, and 5,000, the most, 250. Default 1,000. */
  readonly levels?: number;
}

/** Books as the exchange answers them. They wait for budget like all bulk work, and for the end of every silence. */
export class BookSnapshots implements SnapshotSource {
  readonly #options: BookSnapshotsOptions;

  constructor(options: BookSnapshotsOptions) {
    this.#options = options;
  }

  async snapshot(symbol: string): Promise<DepthSnapshot | null> {
    const { rest, markets, levels: limit = 1000 } = this.#options;
    const parameters = { symbol, limit };
    const reading = await ask(rest, {
      request: { method: 'GET', path: '/api/v3/depth', parameters, isSigned: false },
      ...{ shape: depthSnapshotSchema, purpose: 'bulk' },
    });
    const market = markets.get(symbol);
    if (reading.kind === 'unread' || market === undefined) return null;
    return depthSnapshotOf(reading.value, market.instrument, limit);
  }
}
