import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { SampleBacktest } from '../../../test/sample-backtest.ts';
import { sampleBacktest } from '../../../test/sample-backtest.ts';
import { figure } from './figures.ts';
import { renderReport } from './report.ts';

jest.setTimeout(30_000);

const CHROMIUM = '/usr/bin/chromium';
const PICTURES = resolve(import.meta.dirname, '../../../../../reports/pictures');

const isRequired = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('browser');
const withBrowser = isRequired || existsSync(CHROMIUM) ? describe : describe.skip;

const year = sampleBacktest({ bars: 8_760, seed: 3 });

/** How many pixels the charts have painted, and how many of them in the page's colours of gain and loss. */
const PAINTED = `[...document.querySelectorAll('canvas')].reduce((sum, canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const near = (at, [r, g, b]) => Math.abs(data[at] - r) + Math.abs(data[at + 1] - g) + Math.abs(data[at + 2] - b) < 24;
  const style = getComputedStyle(document.documentElement);
  const rgb = (name) => [1, 3, 5].map((at) => parseInt(style.getPropertyValue(name).trim().slice(at, at + 2), 16));
  const [gain, loss] = [rgb('--gain'), rgb('--loss')];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 200) continue;
    sum.all += 1;
    if (near(at, gain)) sum.gain += 1;
    if (near(at, loss)) sum.loss += 1;
  }
  return sum;
}, { all: 0, gain: 0, loss: 0 })`;

/** How many pixels of the equity's chart are free to the left and to the right of its line. */
const FREE_EDGES = `[...document.querySelectorAll('#equity-chart canvas')].flatMap((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const gain = getComputedStyle(document.documentElement).getPropertyValue('--gain').trim();
  const columns = [];
  for (let at = 0; at < data.length; at += 4) {
    const drawn = '#' + [0, 1, 2].map((part) => data[at + part].toString(16).padStart(2, '0')).join('');
    if (data[at + 3] > 200 && drawn === gain) columns.push((at / 4) % canvas.width);
  }
  if (columns.length === 0) return [];
  const ends = columns.reduce(([low, high], x) => [Math.min(low, x), Math.max(high, x)], [Infinity, 0]);
  return [ends[0], canvas.width - 1 - ends[1]];
})`;

/** How many pixels each chart leaves for prices. */
const SCALE_WIDTHS = `['#equity-chart', '#price-chart'].map(
  (chart) => document.querySelector(chart + ' tr td:last-child').getBoundingClientRect().width,
)`;

/** From now on, keeps what is written on charts. */
const LISTEN = `(() => {
  window.written = new Set();
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    window.written.add(text);
    fillText.call(this, text, ...place);
  };
})()`;

const OVERFLOW = 'document.documentElement.scrollWidth - window.innerWidth';

/** By how much the trades are wider than the room that they have, which hides what was earned. */
const HIDDEN_TRADES = `(() => {
  const { width } = document.querySelector('.table-frame').getBoundingClientRect();
  return Math.max(0, document.querySelector('.trades').getBoundingClientRect().width - width);
})()`;

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

const DESKTOP: Screen = { name: 'desktop-light', width: 1440, height: 900, scheme: 'light' };
const SCREENS: readonly Screen[] = [
  DESKTOP,
  { ...DESKTOP, name: 'desktop-dark', scheme: 'dark' },
  { ...DESKTOP, name: 'half-a-desktop', width: 960 },
  { name: 'tablet-light', width: 768, height: 1024, scheme: 'light' },
  { name: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
];

withBrowser('the report in a browser', () => {
  let folder = '';
  let browser: Browser;
  let complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onestep-page-'));
    mkdirSync(PICTURES, { recursive: true });
    const asRoot = process.getuid?.() === 0;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: asRoot ? ['--no-sandbox'] : [] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(() => {
    complaints = [];
  });

  async function open({ result, candles }: SampleBacktest, screen = DESKTOP): Promise<Page> {
    const file = join(folder, 'report.html');
    writeFileSync(file, renderReport(result, candles));
    const { width, height, scheme } = screen;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const address = pathToFileURL(file).href;
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:'))
        complaints.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return page;
  }

  it.each(SCREENS)('is quiet, whole, painted and inside its window: $name', async (screen) => {
    const page = await open(year, screen);
    expect(await page.evaluate<number>(OVERFLOW)).toBe(0);
    expect(await page.evaluate<number>(HIDDEN_TRADES)).toBe(0);
    const painted = await page.evaluate<{ all: number; gain: number; loss: number }>(PAINTED);
    expect(painted.all).toBeGreaterThan(screen.width * 10);
    expect(painted.gain).toBeGreaterThan(screen.width / 2);
    expect(painted.loss).toBeGreaterThan(screen.width / 6);
    await page.screenshot({ path: join(PICTURES, `report-${screen.name}.png`), fullPage: true });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows the facts of the result', async () => {
    const { statistics, trades } = year.result;
    const page = await open(year);
    const shown = async (key: string) => page.locator(`[data-statistic=${key}] dd`).innerText();
    expect(await shown('totalReturn')).toBe(figure(statistics.totalReturn, 'change'));
    expect(await shown('sharpe')).toBe(figure(statistics.sharpe, 'ratio'));
    expect(await shown('maxDrawdown')).toBe(figure(statistics.maxDrawdown, 'rate'));
    expect(await page.locator('#trades .count').innerText()).toBe(String(trades.length));
    expect(await page.locator('#trade-range').innerText()).toBe(`1–50 of ${trades.length}`);
    const first = page.locator('#trade-rows tr').first();
    expect(await first.locator('.entry .reason').innerText()).toBe(trades[0]?.entryReason);
    expect(await first.locator('.exit .reason').innerText()).toBe(trades[0]?.exitReason);
    await page.close();
  });

  it('explains a statistic on hover and on focus', async () => {
    const page = await open(year);
    await page.locator('[data-statistic=sharpe] .explained').hover();
    expect(await page.locator('.tip').innerText()).toContain('risk-free 0');
    await page.locator('[data-statistic=winRate] .explained').focus();
    expect(await page.locator('.tip').innerText()).toContain('made money after all fees');
    await page.close();
  });

  it('sorts, filters, searches and pages through the trades', async () => {
    const { trades } = year.result;
    const page = await open(year);
    const profits = async () =>
      (await page.locator('#trade-rows [data-name=Profit]').allInnerTexts()).map(asNumber);
    await page.locator('#trade-columns button', { hasText: 'Profit' }).click();
    const best = trades.map(({ profit }) => Number(profit.toFixed(2))).sort((a, b) => b - a);
    expect(await profits()).toEqual(best.slice(0, 50));
    await page.locator('#trade-columns button', { hasText: 'Profit' }).click();
    expect((await profits())[0]).toBe(best.at(-1));
    await page.locator('#trade-on').click();
    expect(await page.locator('#trade-range').innerText()).toMatch(/^51–/);
    await page.selectOption('#trade-filter', 'stop');
    const stops = trades.filter(({ exitKind }) => exitKind === 'stop').length;
    expect(await page.locator('#trade-rows .chip-stop').count()).toBe(stops);
    await page.fill('#trade-search', 'no such reason');
    expect(await page.locator('#trade-rows').innerText()).toBe('No trade is like that.');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('leads from a trade to its place on the chart, where its marks tell why', async () => {
    const page = await open(year);
    const [trade] = year.result.trades;
    if (trade === undefined) throw new Error('there are trades');
    await page.locator('#trade-rows button').first().click();
    const box = await page.locator('#price-chart canvas').first().boundingBox();
    if (box === null) throw new Error('the chart is shown');
    // Twenty bars, or one and a half times what the trade lasted, are shown on both sides of it.
    const around = Math.max(20, trade.holdingHours * 1.5);
    const x = box.x + (box.width * around) / (trade.holdingHours + 2 * around);
    const tip = page.locator('.tip');
    for (let y = 4; y < box.height && !(await tip.isVisible()); y += 8) await page.mouse.move(x, box.y + y);
    expect(await tip.innerText()).toContain(trade.entryReason);
    expect(await tip.innerText()).toContain('Entry');
    await page.close();
  });

  const names = [
    'ETHUSDT · trend-rsi-stoch:ETHUSDT',
    'one-whose-name-is-longer-than-a-line-of-the-table-has-room-for:ETH',
  ];
  it.each([390, 420, 1440])('keeps long names off the numbers of trades, %d pixels wide', async (width) => {
    const trades = year.result.trades.map((trade, at) => ({ ...trade, strategyId: names[at % 2] ?? '' }));
    const result = { ...year.result, trades };
    const page = await open({ ...year, result }, { ...DESKTOP, width });
    for (const [at, name] of names.entries()) {
      const row = page.locator('#trade-rows tr').nth(at);
      expect(await row.locator('.entry .chip').innerText()).toBe(name);
      const chip = await row.locator('.entry .chip').boundingBox();
      const number = await row.locator('.number button').boundingBox();
      if (chip === null || number === null) throw new Error('both are shown');
      const isBeside = chip.x + chip.width <= number.x || number.x + number.width <= chip.x;
      const isBelow = chip.y >= number.y + number.height;
      expect({ chip, number, isApart: isBeside || isBelow }).toMatchObject({ isApart: true });
    }
    expect(await page.evaluate<number>(OVERFLOW)).toBe(0);
    await page.close();
  });

  it('shows the whole still when its window becomes narrow', async () => {
    const page = await open(year);
    await page.setViewportSize({ width: 390, height: 844 });
    for (let frame = 0; frame < 6; frame += 1) await page.evaluate('new Promise(requestAnimationFrame)');
    const [left, right] = await page.evaluate<readonly [number, number]>(FREE_EDGES);
    for (const edge of [left, right]) {
      expect(edge).toBeGreaterThan(10);
      expect(edge).toBeLessThan(24);
    }
    await page.close();
  });

  it('has its bars below each other, however long prices are', async () => {
    const tenfold = (values: Float64Array) => values.map((value) => value * 10);
    const candles = year.candles.map((series) => ({
      ...series,
      ...{ open: tenfold(series.open), high: tenfold(series.high) },
      ...{ low: tenfold(series.low), close: tenfold(series.close) },
    }));
    const page = await open(
      { ...year, candles },
      { name: 'phone', width: 390, height: 844, scheme: 'light' },
    );
    for (let frame = 0; frame < 6; frame += 1) await page.evaluate('new Promise(requestAnimationFrame)');
    const [equity, price] = await page.evaluate<readonly number[]>(SCALE_WIDTHS);
    expect(equity).toBe(price);
    await page.close();
  });

  it('names the month of every day below its charts', async () => {
    const page = await open(year);
    await page.evaluate(LISTEN);
    await page.locator('#equity [data-zoom-by="0.5"]').click();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const written = await page.evaluate<readonly string[]>('[...written]');
    expect(written).toContain('Jun');
    expect(written).toContain('Jun 14');
    expect(written.filter((text) => /^\d{1,2}$/.test(text))).toEqual([]);
    await page.close();
  });

  it('has a picture of each chart on paper, and there alone', async () => {
    const page = await open(year);
    await page.evaluate(
      "addEventListener('beforeprint', () => (window.printed = document.querySelectorAll('.on-paper').length))",
    );
    await page.pdf();
    expect(await page.evaluate<number>('printed')).toBe(2);
    expect(await page.locator('.on-paper').count()).toBe(0);
    await page.close();
  });

  it.each([
    ['one bar', sampleBacktest({ bars: 1 })],
    ['no bar', sampleBacktest({ bars: 0 })],
    ['thousands of trades', sampleBacktest({ bars: 200_000, interval: '1m', fast: 8, slow: 21, seed: 5 })],
  ])('is quiet with %s', async (_, little) => {
    const page = await open(little, { name: 'phone', width: 390, height: 844, scheme: 'light' });
    expect(await page.evaluate<number>(OVERFLOW)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('runs nothing that a strategy named', async () => {
    const cruel = '</script><script>document.title = "taken"</script>';
    const fills = year.result.fills.map((fill) => ({ ...fill, reason: cruel }));
    const trades = year.result.trades.map((trade) => ({ ...trade, entryReason: cruel, exitReason: cruel }));
    const page = await open({ ...year, result: { ...year.result, fills, trades } });
    expect(await page.title()).toBe('sma-cross on BTCUSDT – backtest');
    expect(await page.locator('#trade-rows .reason').first().innerText()).toBe(cruel);
    await page.close();
  });
});

function asNumber(text: string): number {
  return Number(text.replace('\u2212', '-').replaceAll(',', ''));
}
