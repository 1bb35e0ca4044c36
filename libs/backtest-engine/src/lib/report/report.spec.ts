import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageData } from './page-data.ts';
import { sampleBacktest } from '../../../test/sample-backtest.ts';
import { STATISTIC_NOTES } from '../statistics/statistic-notes.ts';
import { figure } from './figures.ts';
import { renderReport } from './report.ts';
import { writeBacktest } from './write-backtest.ts';

const { result, candles } = sampleBacktest({ bars: 8_760, seed: 3 });
const page = renderReport(result, candles);

/** What a reader sees, as markup on one line: no style, script or licence. */
function markupOf(text: string): string {
  const markup = text.replace(/<(script|style|pre)\b.*?<\/\1>/gs, '');
  return markup.replace(/\s+/g, ' ').replaceAll('> ', '>').replaceAll(' <', '<');
}

function dataIn(text: string): PageData {
  const [, json = ''] = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(text) ?? [];
  const data: unknown = JSON.parse(json);
  if (!isPageData(data)) throw new Error('the page has no data');
  return data;
}

function isPageData(data: unknown): data is PageData {
  return typeof data === 'object' && data !== null && 'time' in data && 'reasons' in data;
}

describe('the report', () => {
  it('has the same bytes for the same result', () => {
    expect(renderReport(result, candles)).toBe(page);
  });

  it('names no address that a page could ask for something', () => {
    const own = page.replace(/<script>.*<\/script>/s, '').replace(/<pre>.*?<\/pre>/gs, '');
    expect(own.match(/(?:src|href)="[^"]*"/g)).toEqual([
      'href="data:,"',
      'href="https://www.tradingview.com/"',
    ]);
    expect(own).not.toMatch(/url\(|@import/);
    expect(page.includes('default-src &#39;none&#39;')).toBe(true);
  });

  it('has every statistic with its meaning', () => {
    const markup = markupOf(page);
    for (const { key, label, unit, meaning } of STATISTIC_NOTES) {
      expect(markup).toContain(`data-tip="${meaning}">${label}</span>`);
      expect(markup).toContain(figure(result.statistics[key], unit));
    }
  });

  it('has every trade and fill, at its exact time and price', () => {
    const { trades, fills, reasons } = dataIn(page);
    expect(trades.map(([, , entryTime, exitTime]) => [entryTime, exitTime])).toEqual(
      result.trades.map(({ entryTime, exitTime }) => [entryTime, exitTime]),
    );
    expect(fills.map(([, time, , , price, , reason]) => [time, price, reasons[reason]])).toEqual(
      result.fills.map(({ time, price, reason }) => [time, price, reason]),
    );
  });

  it('says what it thinned out', () => {
    expect(markupOf(page)).toContain('Every 1h bar is drawn.');
    const long = sampleBacktest({ bars: 30_000 });
    const thinned = renderReport(long.result, long.candles);
    expect(markupOf(thinned)).toContain('The charts draw 4h bars made from 1h');
    expect(dataIn(thinned).time).toHaveLength(7_500);
  });

  it('tells parameters, assumptions, limits, data and notices', () => {
    for (const fact of [
      '<dt>slow</dt>',
      '<dd>1.0 bps</dd>',
      '<dt>risk per trade</dt>',
      '<dd>off</dd>',
      '2 gaps, 9 bars missing; nothing is filled in',
      '7 bars from 2022-01-01 00:00',
      '<summary>Apache License 2.0</summary>',
      'TradingView Lightweight Charts',
    ]) {
      expect(markupOf(page)).toContain(fact);
    }
    expect(page.includes('--set fast=20 --set slow=50')).toBe(true);
  });

  it('tells what the limits refused, where they refused anything', () => {
    expect(markupOf(page)).not.toContain('Refused orders');
    const values = { allowed: 5000, observed: 6000.507957209, reason: 'the position would be too large' };
    const first = { time: result.equity.time.at(0) ?? 0, ...values };
    const refusals = [
      { limit: 'maxPosition', count: 1_200, first },
      { limit: 'cash', count: 1, first },
    ];
    const refused = markupOf(renderReport({ ...result, refusals }, candles));
    expect(refused).toContain('<h3>Refused orders</h3>');
    expect(refused).toMatch(/<dt>maxPosition<\/dt>\s*<dd>1,200 times<\/dd>/);
    expect(refused).toMatch(/<dt>cash<\/dt>\s*<dd>once<\/dd>/);
    expect(refused).toContain(
      'maxPosition, first 2022-01-01 01:00: the position would be too large (allowed',
    );
    expect(refused).toContain('(allowed 5000, found 6000.51)');
  });
});

describe('what users name', () => {
  const cruel = '</script><script>alert(1)</script><img src=x onerror="alert(2)">';
  const { strategy } = result;
  if ('length' in strategy) throw new Error('one strategy ran');
  const named = {
    ...result,
    command: cruel,
    strategy: { ...strategy, name: cruel, parameters: { [cruel]: cruel, list: [cruel] } },
    trades: result.trades.map((trade) => ({ ...trade, entryReason: cruel, exitReason: cruel })),
    fills: result.fills.map((fill) => ({ ...fill, reason: cruel })),
    openPositions: [
      {
        symbol: cruel,
        strategyId: cruel,
        entryTime: 0,
        quantity: 1,
        averageCost: 100,
        lastPrice: 90,
        profit: -10,
        fees: 0,
        entryReason: cruel,
      },
    ],
  };

  it('stays text', () => {
    const text = renderReport(named, candles);
    expect(text.includes('alert(1)</script>')).toBe(false);
    expect(text.includes('<img')).toBe(false);
    expect(dataIn(text).reasons).toEqual([cruel]);
  });
});

describe('reports of little', () => {
  it('are whole with one bar, without a trade, and without a bar', () => {
    for (const bars of [1, 0]) {
      const little = sampleBacktest({ bars });
      const text = renderReport(little.result, little.candles);
      expect(markupOf(text)).toContain('No round trip was completed.');
      expect(dataIn(text).time).toHaveLength(bars);
    }
  });

  it('tell of an account that never moved, and of data without gaps', () => {
    const { data } = result;
    if ('length' in data) throw new Error('one market was read');
    const flat = {
      ...result,
      data: { ...data, gaps: { count: 0, bars: 0, longest: null }, warnings: [] },
      equity: { time: result.equity.time, value: Array.from(result.equity.value, () => 10_000) },
    };
    const text = renderReport(flat, candles);
    expect(markupOf(text)).toContain('--heat:0%');
    expect(markupOf(text)).toContain('<dt>gaps</dt><dd>none</dd>');
  });
});

describe('reports of several markets and strategies', () => {
  const { data, strategy, instrument } = result;
  if ('length' in data || 'length' in strategy || 'length' in instrument) throw new Error('one of each');
  const symbols = ['BTCUSDT', 'ETHUSDT', 'BNBUSDT', 'XRPUSDT'];
  const several = {
    ...result,
    data: symbols.map((symbol) => ({ ...data, symbol })),
    instrument: symbols.map((symbol) => ({ ...instrument, symbol })),
    strategy: [strategy, { ...strategy, id: 'own', name: 'own', sha256: 'abcdef0123456789', parameters: {} }],
    assumptions: {
      ...result.assumptions,
      deposits: { BNB: 0.5 },
      limits: { ...result.assumptions.limits, takeProfitRatio: null, maxOpenOrders: null },
    },
  };
  const markets = symbols.flatMap((symbol) => candles.map((series) => ({ ...series, symbol })));

  it('let the reader choose a market, and tell of each strategy', () => {
    const text = renderReport(several, markets);
    expect(markupOf(text)).toContain('sma-cross, own on 4 markets');
    expect(markupOf(text)).toContain('<option value="3">XRPUSDT</option>');
    expect(markupOf(text)).toContain('<code>abcdef012345</code>');
    expect(markupOf(text)).toMatch(/<dt>deposit<\/dt>\s*<dd>0.5 BNB<\/dd>/);
    expect(dataIn(text).markets.map(({ symbol }) => symbol)).toEqual(symbols);
  });
});

describe('a written backtest', () => {
  it('is four files, all or none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'onestep-report-'));
    try {
      writeBacktest(join(folder, 'out'), result, candles, ['{}\n']);
      expect(readdirSync(join(folder, 'out')).sort()).toEqual([
        'commands.jsonl',
        'report.html',
        'result.json',
        'trades.csv',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
