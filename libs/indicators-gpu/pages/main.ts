import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { indicators } from '../src/index.ts';
import { cataloguePages, indicatorList, withIndicatorList } from './catalogue-pages.ts';

/** Writes `docs/indicators` and the list in the library's README anew: `npx node libs/indicators-gpu/pages/main.ts`. */
const root = resolve(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'docs', 'indicators');
mkdirSync(folder, { recursive: true });
for (const [name, page] of cataloguePages(indicators)) writeFileSync(join(folder, name), page);

const readme = join(root, 'libs', 'indicators-gpu', 'README.md');
const list = indicatorList(indicators, '../../docs/indicators');
writeFileSync(readme, withIndicatorList(readFileSync(readme, 'utf8'), list));
