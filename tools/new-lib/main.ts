import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from '../process/run-command.ts';
import { parseRequest } from './parse-request.ts';
import { writeLibrary } from './write-library.ts';

const root = join(import.meta.dirname, '../..');
/** All libraries share one version; domain, which every system has, states it. */
const manifest = z.object({ version: z.string() });
const { version } = manifest.parse(JSON.parse(readFileSync(join(root, 'libs/domain/package.json'), 'utf8')));
const parsed = parseRequest(process.argv.slice(2), version);

if (parsed.kind === 'refused') {
  process.stderr.write(`${parsed.reason}\n`);
  process.exitCode = 2;
} else {
  const { request } = parsed;
  const written = writeLibrary(root, request);
  const prettier = join(root, 'node_modules/.bin/prettier');
  await runCommand(prettier, ['--write', join('libs', request.name)], { cwd: root });
  process.stdout.write(`libs/${request.name}: ${written.length} files written\n`);
  process.stdout.write(
    'Next: its row in eslint.config.mjs, then `npm install`, `npx nx sync`, `npm run format`.\n',
  );
}
