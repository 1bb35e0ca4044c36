import { join } from 'node:path';
import { cardCheck } from './card-check.ts';
import { packCheck } from './pack-check.ts';
import { strangerCheck } from './stranger-check.ts';

const root = join(import.meta.dirname, '../..');
const names = process.argv.slice(2);
const wantsIndicators = names.length === 0 || names.includes('indicators-gpu');
const results = [
  ...(await packCheck(root, names)),
  ...(wantsIndicators ? [await strangerCheck(root), await cardCheck(root)] : []),
];

for (const { name, problems } of results) {
  process.stdout.write(`${problems.length === 0 ? 'passed' : 'failed'}  ${name}\n`);
  for (const text of problems) process.stdout.write(`${text}\n`);
}
if (results.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
