import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MAKER_MODEL } from '@org/simulator';
import { fitAndJudge } from './fit-and-judge.ts';
import { modelSource } from './model-source.ts';
import { JUDGED_FROM, recordedCapture, recordedInstrument } from './recorded-capture.ts';
import { reportLines } from './report-lines.ts';

const ROOT = join(__dirname, '../..');
const SHARED = process.env['ONESTEP_SHARED'] ?? join(ROOT, '../shared');
const isThere =
  existsSync(join(SHARED, 'data')) || (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');

(isThere ? describe : describe.skip)('the fit on the recorded capture', () => {
  const refit = () =>
    fitAndJudge(recordedCapture(join(SHARED, 'data')), {
      instrument: recordedInstrument(),
      judgedFrom: JUDGED_FROM,
    });
  let result: ReturnType<typeof refit>;
  beforeAll(() => {
    result = refit();
  });

  it('gives the model that the simulator carries, and its very source', () => {
    const path = join(ROOT, 'libs/simulator/src/lib/maker-probability/default-maker-model.ts');
    expect(result.model).toEqual(DEFAULT_MAKER_MODEL);
    expect(readFileSync(path, 'utf8')).toBe(modelSource(result.model));
  });

  it('does as docs/models.md says', () => {
    const cells = (text: string) => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');
    const document = cells(readFileSync(join(ROOT, 'docs/models.md'), 'utf8')).split('\n');
    const rows = reportLines(result).filter((line) => line.startsWith('|'));
    for (const row of rows) expect(document).toContain(cells(row));
  });

  it('knows more of the later part than the base rate does', () => {
    expect(result.all.gain).toBeGreaterThan(2 * result.all.gainError);
  });
});
