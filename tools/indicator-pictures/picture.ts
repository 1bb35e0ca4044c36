import type { Row } from '@org/indicators-gpu';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { panelFor, width, xOf, yOf } from './panel.ts';
import type { Panel } from './panel.ts';
import { drawnBars } from './sample-market.ts';
import type { SampleColumns } from './sample-market.ts';
import { candles, shapeOf } from './shapes.ts';

const titleHeight = 26;
const priceHeight = 170;
const ownHeight = 96;
const gap = 14;

/** Colors that stand out from white and from black. */
const colors = ['#e8710a', '#1a73e8', '#9334e6', '#12855a', '#d01884', '#00838f', '#a06a00'];

const style = [
  'text{font:11px system-ui,sans-serif;fill:#444}',
  '.title{font-weight:600;font-size:13px}',
  'path{fill:none;stroke-width:1.4}',
  '.ground{fill:#fff}.frame{fill:none;stroke:#8886}',
  '.wick{stroke:#888;stroke-width:1}.up{stroke:#2a9d6a;stroke-width:3.4}.down{stroke:#d9534f;stroke-width:3.4}',
  '.columns{stroke-width:3;opacity:.6}',
  ...colors.map((color, i) => `path.l${i}{stroke:${color}}.l${i}:not(path){fill:${color}}`),
  '@media(prefers-color-scheme:dark){.ground{fill:#16181c}text{fill:#ccc}}',
].join('');

/** The picture of an indicator with its default options, as SVG: the market, and below it what is not a price. */
export function picture(row: Row, market: SampleColumns): string {
  const lines = linesOf(row, market);
  const values = lines.flatMap((line) => line.values);
  const first = market.close.length - drawnBars;
  const prices = [...market.high.subarray(first), ...market.low.subarray(first)];
  const main = panelFor(titleHeight, priceHeight, row.overlay ? [...prices, ...values] : prices);
  const own = row.overlay ? undefined : ownPanel(lines);
  const height = titleHeight + priceHeight + gap + (own === undefined ? 0 : ownHeight + gap);
  const shapes = lines.map((line, place) => shapeOf(line, place, own ?? main));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${row.title} over the sample market</title>`,
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...legend(row, lines),
    ...frame(main),
    ...candles(market, main),
    ...(own === undefined ? [] : frame(own)),
    ...shapes,
    '</svg>',
    '',
  ].join('\n');
}

function ownPanel(lines: readonly Line[]): Panel {
  const values = lines.flatMap((line) => line.values);
  const withZero = lines.some((line) => line.kind === 'columns') ? [...values, 0] : values;
  return panelFor(titleHeight + priceHeight + gap, ownHeight, withZero);
}

function legend(row: Row, lines: readonly Line[]): readonly string[] {
  const names = lines.map(({ name }, place) => `<tspan class="l${place % 7}" dx="10">${name}</tspan>`);
  return [`<text x="8" y="17"><tspan class="title">${row.title}</tspan>${names.join('')}</text>`];
}

/** The border of a panel, and the values at its ends. */
function frame(panel: Panel): readonly string[] {
  const { top, height, lowest, highest } = panel;
  const right = xOf(drawnBars);
  const label = (value: number, y: number) =>
    `<text x="${Number(right) + 4}" y="${y}">${worded(value)}</text>`;
  const zero = yOf(panel, 0);
  const isCrossed = lowest < 0 && highest > 0;
  return [
    `<rect class="frame" x="4" y="${top}" width="${Number(right) - 4}" height="${height}"/>`,
    ...(isCrossed ? [`<path class="wick" opacity=".5" d="M4 ${zero}H${right}"/>`] : []),
    label(highest, top + 10),
    label(lowest, top + height),
  ];
}

/** Four digits, and thousands and millions by their letters. */
function worded(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${Number((value / 1e6).toPrecision(4))}M`;
  if (size >= 1e5) return `${Number((value / 1e3).toPrecision(4))}k`;
  return String(Number(value.toPrecision(4)));
}
