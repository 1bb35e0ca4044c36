import type { CandleClosed, CandlesMissing, ConnectionLost, ConnectionRestored } from '@org/domain';
import type { TimelineItem } from '@org/market-data';

/** What a market tells: closed bars, the word that some are missing, and how its connection is. */
export type MarketItem = TimelineItem | ConnectionLost | ConnectionRestored;

/** The same for a session whose indicators are warm: bars carry their values. */
export type TradableItem = TradableBar | CandlesMissing | ConnectionLost | ConnectionRestored;

export interface TradableBar {
  readonly kind: 'bar';
  readonly event: CandleClosed;
  /** Whether orders are matched on it: it is of the lowest interval of its market. */
  readonly isBase: boolean;
}
