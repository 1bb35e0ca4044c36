import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The page's style, a file a part of the page; what the paper leaves out comes last. */
const STYLES = [
  'colours.css',
  'page.css',
  'controls.css',
  'tiles.css',
  'charts.css',
  'figures.css',
  'months.css',
  'trades.css',
  'foot.css',
  'tip.css',
  'paper.css',
] as const;

/** The page's own scripts, in the order in which they need each other. */
const SCRIPTS = [
  'page.js',
  'figures.js',
  'colours.js',
  'tip.js',
  'time-scale.js',
  'trade-marks.js',
  'charts.js',
  'equity-chart.js',
  'price-chart.js',
  'paper.js',
  'trade-rows.js',
  'trade-table.js',
  'main.js',
] as const;

/** What a report is made of beside its facts; all of it is written into the page. */
export interface PageParts {
  readonly css: string;
  readonly script: string;
  readonly chartLibrary: string;
  /** The licence that the charting library comes under. */
  readonly chartLicence: string;
}

/** Reads the style and scripts of the page from this package, and the charting library from its own. */
export function readPageParts(): PageParts {
  const page = join(packageFolder('@org/backtest-engine'), 'report-page');
  const library = packageFolder('lightweight-charts');
  return {
    css: STYLES.map((name) => readText(page, name)).join('\n'),
    script: SCRIPTS.map((name) => readText(page, name)).join('\n'),
    chartLibrary: readText(library, 'dist', 'lightweight-charts.standalone.production.js'),
    chartLicence: readText(library, 'LICENSE'),
  };
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}
