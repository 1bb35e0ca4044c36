import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { indicators } from '../src/index.ts';
import { cataloguePages, indicatorList, withIndicatorList } from './catalogue-pages.ts';

const library = join(__dirname, '..');
const folder = join(library, '..', '..', 'docs', 'indicators');

describe('the documents', () => {
  const pages = cataloguePages(indicators);

  it('have a page for every indicator, and no other', () => {
    const byHand = ['gpu.md'];
    const written = readdirSync(folder).filter((name) => name.endsWith('.md') && !byHand.includes(name));
    expect(written.toSorted()).toEqual([...pages.keys()].toSorted());
  });

  it('say what the registry says', () => {
    for (const [name, page] of pages) expect(readFileSync(join(folder, name), 'utf8')).toBe(page);
  });

  it('list every indicator in the README', () => {
    const readme = readFileSync(join(library, 'README.md'), 'utf8');
    expect(withIndicatorList(readme, indicatorList(indicators, '../../docs/indicators'))).toBe(readme);
    for (const row of indicators) expect(readme).toContain(`](../../docs/indicators/${row.name}.md)`);
  });
});
