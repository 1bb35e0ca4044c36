import type { Row } from '../src/index.ts';
import { indicatorPage } from './indicator-page.ts';

/** What the chapters are called, in their order. */
const chapters: Readonly<Record<Row['group'], string>> = {
  overlap: 'Averages and channels',
  trend: 'Trend',
  momentum: 'Momentum',
  volatility: 'Volatility',
  volume: 'Volume',
  price: 'Prices',
  statistics: 'Statistics',
  structure: 'Turning points and levels',
};

/** The list of all indicators, chapter by chapter, with links into `folder`. */
export function indicatorList(rows: Iterable<Row>, folder: string): string {
  const all = [...rows];
  return Object.entries(chapters)
    .map(([group, title]) => {
      const lines = all.filter((row) => row.group === group);
      const list = lines.map((row) => `- [\`${row.name}\`](${folder}/${row.name}.md) ${row.title}`);
      return `### ${title}\n\n${list.join('\n')}`;
    })
    .join('\n\n');
}

/** Every page of the folder by file name. */
export function cataloguePages(rows: Iterable<Row>): Map<string, string> {
  const all = [...rows];
  const pages = new Map(all.map((row) => [`${row.name}.md`, indicatorPage(row)]));
  const intro = `${all.length} indicators, each in batch and as a stream with the same bits. Made from the registry.`;
  pages.set('README.md', `# Indicators\n\n${intro}\n\n${indicatorList(all, '.')}\n`);
  return pages;
}

const begin = '<!-- indicators -->';
const end = '<!-- /indicators -->';

/** A document with its list of indicators made anew, between the two marks. */
export function withIndicatorList(document: string, list: string): string {
  const [before = '', rest = ''] = document.split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}\n\n${list}\n\n${end}${after}`;
}
