import { lintFindings } from './lint-findings.ts';

const file = (path: string, errorCount: number, messages: object[]) => ({
  filePath: `/repo/${path}`,
  errorCount,
  messages,
});
const error = { severity: 2, line: 3, column: 7, message: 'Unexpected any.', ruleId: 'no-any' };
const folders = ['libs/risk', 'libs/strategies', 'libs/strategy-loader'];
const findingsOf = (...files: object[]) => [...lintFindings(JSON.stringify(files), '/repo', folders)];

describe('what the lint found', () => {
  it('stands at the project of the file, by place, word and rule', () => {
    expect(
      findingsOf(
        file('libs/strategy-loader/a.ts', 1, [error]),
        file('libs/strategies/a.ts', 0, []),
        file('libs/strategies/b.ts', 0, [{ ...error, severity: 1 }]),
      ),
    ).toEqual([
      ['libs/strategy-loader', 'libs/strategy-loader/a.ts:3:7 Unexpected any. (no-any)\n'],
      ['libs/strategies', ''],
    ]);
  });

  it('holds every file of a project', () => {
    const unread = { severity: 2, message: 'Parsing error', ruleId: null };
    expect(findingsOf(file('libs/risk/a.ts', 1, [unread]), file('libs/risk/b.ts', 1, [error]))).toEqual([
      [
        'libs/risk',
        'libs/risk/a.ts:0:0 Parsing error (eslint)\nlibs/risk/b.ts:3:7 Unexpected any. (no-any)\n',
      ],
    ]);
  });

  it('leaves out a project of which no file was looked at, and files of no project', () => {
    expect(findingsOf(file('jest.config.cjs', 0, []))).toEqual([]);
  });

  it('fails a file that counts errors and shows none', () => {
    expect(findingsOf(file('libs/risk/a.ts', 2, []))).toEqual([['libs/risk', 'libs/risk/a.ts: 2 errors\n']]);
  });
});
