import { conformanceCheck } from './conformance-check.ts';
import { writtenPage } from './conformance-page.ts';
import { FEATURES } from './features/features.ts';

const PAGE = [
  '# The page',
  '<!-- Made by tools/conformance from the tests that passed. -->',
  'old tables',
  '<!-- The end of what tools/conformance made. -->',
  'More.',
].join('\n');

/** A report of jest in which the named tests have run. */
function report(names: readonly string[], status = 'passed'): string {
  const assertionResults = names.map((fullName) => ({ fullName, status }));
  return JSON.stringify({ testResults: [{ name: '/repo/libs/simulator/x.spec.ts', assertionResults }] });
}

const ALL = report(FEATURES.flatMap(({ features }) => features.map(({ shownBy }) => shownBy)));

describe('the page of conformance', () => {
  it('keeps what stands around its tables', () => {
    const page = writtenPage(PAGE, ALL, '/repo');
    expect(page).toMatch(/^# The page\n/);
    expect(page).toMatch(/\nMore\.$/);
    expect(page).toContain('| [x.spec.ts](../libs/simulator/x.spec.ts): `GET /api/v3/ping`');
    expect(page).not.toContain('old tables');
  });

  it('needs a place for them', () => {
    expect(() => writtenPage('# The page', ALL, '/repo')).toThrow('no place for the tables');
  });
});

describe('the check of conformance', () => {
  it('passes where every feature is shown, and the page says so', () => {
    const page = writtenPage(PAGE, ALL, '/repo');
    expect(conformanceCheck(page, ALL, '/repo')).toMatchObject({ outcome: 'passed', output: '' });
  });

  it('fails for a page that is not current', () => {
    expect(conformanceCheck(PAGE, ALL, '/repo')).toMatchObject({
      outcome: 'failed',
      output: 'docs/local-binance.md is not current: run node tools/conformance/main.ts',
    });
  });

  it('looks at the tests of the exchange alone', () => {
    const elsewhere = ALL.replace('libs/simulator', 'libs/exchange-client');
    expect(conformanceCheck(PAGE, elsewhere, '/repo').output).toContain('GET /api/v3/ping: no test');
  });

  it('fails for a feature whose tests did not pass', () => {
    const failed = report(['GET /api/v3/ping'], 'failed');
    expect(conformanceCheck(writtenPage(PAGE, failed, '/repo'), failed, '/repo').output).toContain(
      'GET /api/v3/ping: no test that passed begins with "GET /api/v3/ping"',
    );
  });
});
