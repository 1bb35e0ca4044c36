import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indicators } from '@org/indicators-gpu';
import { linesOf } from './lines.ts';
import { panelFor, yOf } from './panel.ts';
import { pictures } from './pictures.ts';
import { drawnBars, sampleMarket } from './sample-market.ts';

const folder = join(import.meta.dirname, '../../docs/images/indicators');

describe('the pictures of the indicators', () => {
  const drawn = pictures();

  it('are those that are drawn from the registry, one for every row, and no other', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...drawn.keys()].toSorted());
  });

  it.each([...drawn])('show %s as it is computed today', (name, svg) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(svg);
  });
});

describe('what is drawn of an indicator', () => {
  const market = sampleMarket();

  it.each(Array.from(indicators, (row) => [row.name, row] as const))('has values for %s', (_name, row) => {
    for (const { values } of linesOf(row, market)) {
      expect(values).toHaveLength(drawnBars);
      expect(values.some((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it('stands where it is shifted to: the lagging line of Ichimoku is the close, 26 bars back', () => {
    const lagging = linesOf(indicators.get('ichimoku'), market).find(({ name }) => name === 'chikou');
    expect(lagging?.values.slice(0, 3)).toEqual([...market.close.slice(-drawnBars + 26, -drawnBars + 29)]);
    expect(lagging?.values.slice(-26).every((value) => Number.isNaN(value))).toBe(true);
  });

  it('joins the corners of the zigzag at the bars that they are about, which are highs and lows of the market', () => {
    const [corners] = linesOf(indicators.get('zigzag'), market);
    const extremes = new Set([...market.high, ...market.low, ...market.close]);
    expect(corners?.kind).toBe('corners');
    expect(corners?.values.filter((value) => !Number.isNaN(value) && !extremes.has(value))).toEqual([]);
  });
});

describe('a panel', () => {
  it('puts the highest value near its top and the lowest near its bottom, with a twentieth to spare', () => {
    const panel = panelFor(10, 110, [0, 100, NaN]);
    expect([yOf(panel, 105), yOf(panel, 100), yOf(panel, 0), yOf(panel, -5)]).toEqual([
      '10',
      '15',
      '115',
      '120',
    ]);
  });

  it('has a scale without any value, and for a single one', () => {
    expect(panelFor(0, 10, [NaN])).toEqual({ top: 0, height: 10, lowest: -1, highest: 1 });
    expect(panelFor(0, 10, [0])).toMatchObject({ lowest: -1, highest: 1 });
  });
});
