import type * as charts from 'lightweight-charts';
import type * as page from '../src/lib/report/page-data.ts';

declare global {
  /** The charting library, which stands in a script element before the page's own. */
  const LightweightCharts: typeof charts;

  type PageData = page.PageData;
  type MarketData = page.MarketData;
  type Chart = charts.IChartApi;
  type Candles = charts.ISeriesApi<'Candlestick'>;
  type Overlay = charts.ISeriesPrimitive;
  type BarRange = charts.LogicalRange;
  type UtcTime = charts.UTCTimestamp;
  type Time = charts.Time;
  type TickMarkType = charts.TickMarkType;
  type PlaceInTime = charts.Logical;
  type Mouse = charts.MouseEventParams;

  /** A trade as the page uses it. */
  interface PageTrade {
    readonly number: number;
    readonly market: number;
    readonly strategy: string;
    readonly entryTime: number;
    readonly exitTime: number;
    readonly quantity: number;
    readonly entryPrice: number;
    readonly exitPrice: number;
    readonly profit: number;
    readonly rate: number;
    readonly fees: number;
    readonly entryReason: string;
    readonly exitReason: string;
    readonly exitKind: string;
  }

  type MarkKind = 'entry' | 'exit' | 'stop' | 'target';

  /** A fill as a mark on the price chart: `place` is where on the time axis, in bars and parts of bars. */
  interface PageMark {
    readonly kind: MarkKind;
    readonly time: number;
    readonly place: number;
    readonly price: number;
    readonly quantity: number;
    readonly reason: string;
  }

  /** A trade as a line on the price chart. */
  interface PageLine {
    readonly fromPlace: number;
    readonly toPlace: number;
    readonly fromPrice: number;
    readonly toPrice: number;
    readonly won: boolean;
  }
}
