import { styleText } from 'node:util';
import { plainTable, widthOf } from './plain-table.ts';

describe('a plain table', () => {
  it('aligns its columns and indents them by two, without blanks at the ends of lines', () => {
    const columns = { widths: [6, 5], alignments: ['left', 'right'] } as const;
    expect(
      plainTable(
        [
          ['a', '1'],
          ['longer', '12.50'],
          ['b', ''],
        ],
        columns,
      ),
    ).toBe(['  a           1', '  longer  12.50', '  b'].join('\n'));
  });

  it('goes on in the next line where a text is too long for its column', () => {
    const columns = { widths: [1, 9], alignments: ['left', 'left'] } as const;
    expect(plainTable([['a', 'one two three']], columns)).toBe('  a  one two\n     three');
  });

  it('does not count styles as width', () => {
    const bold = styleText('bold', 'four', { validateStream: false });
    expect(widthOf([bold, 'abc'])).toBe(4);
    expect(widthOf([])).toBe(0);
    const columns = { widths: [6, 1], alignments: ['left', 'left'] } as const;
    expect(plainTable([[bold, 'x']], columns)).toBe(`  ${bold}    x`);
  });
});
