import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockfileProblems } from '../lockfile/lockfile-problems.ts';
import { runCommand } from '../process/run-command.ts';

const root = join(import.meta.dirname, '../..');
const manifests = globSync('{apps,libs}/*/package.json', { cwd: root });

describe('the repository', () => {
  it('is formatted', async () => {
    const prettier = join(root, 'node_modules/.bin/prettier');
    const { exitCode, output } = await runCommand(prettier, ['--check', '.', '--no-color'], { cwd: root });
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: expect.stringContaining('All matched files'),
    });
  }, 120_000);

  it('has a lockfile that any npm installs from any registry', () => {
    expect(lockfileProblems(readFileSync(join(root, 'package-lock.json'), 'utf8'))).toEqual([]);
  });

  it('has no continuous target: Nx ends those with 0 and "Successfully ran", whatever their command ended with', () => {
    expect(manifests).toContain('apps/bot/package.json');
    expect(
      manifests.filter((path) => readFileSync(join(root, path), 'utf8').includes('"continuous"')),
    ).toEqual([]);
  });
});
