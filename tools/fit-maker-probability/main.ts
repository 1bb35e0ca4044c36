import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitAndJudge } from './fit-and-judge.ts';
import { modelSource } from './model-source.ts';
import { JUDGED_FROM, recordedCapture, recordedInstrument } from './recorded-capture.ts';
import { reportLines } from './report-lines.ts';

const root = join(import.meta.dirname, '../..');
const shared = process.env['ONESTEP_SHARED'] ?? join(root, '../shared');

const capture = recordedCapture(join(shared, 'data'));
const result = fitAndJudge(capture, { instrument: recordedInstrument(), judgedFrom: JUDGED_FROM });
process.stdout.write(`${reportLines(result).join('\n')}\n`);

if (process.argv.includes('--write')) {
  const path = 'libs/simulator/src/lib/maker-probability/default-maker-model.ts';
  writeFileSync(join(root, path), modelSource(result.model));
  process.stdout.write(`\n${path} written\n`);
}
