import { join } from 'node:path';
import { packCheck } from './pack-check.ts';

const results = await packCheck(join(import.meta.dirname, '../..'), process.argv.slice(2));

for (const { name, problems } of results) {
  process.stdout.write(`${problems.length === 0 ? 'passed' : 'failed'}  ${name}\n`);
  for (const text of problems) process.stdout.write(`${text}\n`);
}
if (results.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
