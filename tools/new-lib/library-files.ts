/** Versions of Node that a library may state as its oldest. */
export const oldestNodes = ['20', '22.19'] as const;

/** What is asked for when a library is made. */
export interface LibraryRequest {
  /** Folder, Nx project and package (`@org/<name>`) in one: kebab-case. */
  readonly name: string;
  /** What the library is, in one sentence; it opens the README and becomes the package's description. */
  readonly sentence: string;
  /** Oldest Node that the published library states and is built for. */
  readonly oldestNode: (typeof oldestNodes)[number];
  /** Whether its sources may use `node:*`; one that may not runs anywhere. */
  readonly usesNode: boolean;
  /** Libraries of this repository that it builds on, by name. */
  readonly imports: readonly string[];
  /** Version that all libraries share. */
  readonly version: string;
}

/**
 * Files of a new library by path relative to its folder: the one shape that every library has. A package carries the text
 * of the licence that it comes under.
 */
export function libraryFiles(request: LibraryRequest, licence: string): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', readme(request)],
    ['LICENSE', licence],
    ['package.json', json(manifest(request))],
    ['tsconfig.json', json(solution)],
    ['tsconfig.lib.json', json(libraryConfig(request))],
    ['tsconfig.spec.json', json(specConfig)],
    ['jest.config.cjs', jestConfig(request)],
    ['tsup.config.ts', tsupConfig(request)],
    ['eslint.config.mjs', eslintConfig],
    ['src/index.ts', 'export {};\n'],
  ]);
}

/** What an entry of a package resolves to: `index` is `@org/<name>`, `testing` is `@org/<name>/testing`. */
export function conditionsOf(entry: string) {
  return {
    '@org/source': `./src/${entry}.ts`,
    import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
    require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
  };
}

function manifest({ name, sentence, oldestNode, imports, version }: LibraryRequest) {
  const dependencies = Object.fromEntries([...imports].sort().map((lib) => [`@org/${lib}`, version]));
  return {
    name: `@org/${name}`,
    version,
    description: sentence,
    keywords: ['trading', name],
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: `>=${oldestNode}` },
    files: ['dist'],
    main: './dist/index.cjs',
    module: './dist/index.js',
    types: './dist/index.d.ts',
    exports: {
      '.': conditionsOf('index'),
      './package.json': './package.json',
    },
    ...(imports.length > 0 ? { dependencies } : {}),
    publishConfig: { access: 'public' },
    nx: {
      name,
      tags: ['type:lib', `lib:${name}`],
      targets: {
        build: { command: 'tsup', options: { cwd: '{projectRoot}' } },
        'pack-check': { command: `node tools/pack-check/main.ts ${name}` },
      },
    },
  };
}

const solution = {
  extends: '../../tsconfig.base.json',
  files: [],
  references: [{ path: './tsconfig.lib.json' }, { path: './tsconfig.spec.json' }],
};

function libraryConfig({ imports, usesNode }: LibraryRequest) {
  return {
    extends: '../../tsconfig.base.json',
    compilerOptions: {
      rootDir: 'src',
      outDir: 'out-tsc/lib',
      tsBuildInfoFile: 'out-tsc/lib/tsconfig.lib.tsbuildinfo',
      ...(usesNode ? { types: ['node'] } : {}),
    },
    include: ['src/**/*.ts'],
    exclude: ['src/**/*.spec.ts'],
    references: imports.map((lib) => ({ path: `../${lib}/tsconfig.lib.json` })),
  };
}

const specConfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    outDir: 'out-tsc/spec',
    tsBuildInfoFile: 'out-tsc/spec/tsconfig.spec.tsbuildinfo',
    types: ['node', 'jest'],
  },
  include: ['src/**/*.spec.ts', 'bench/**/*.ts', 'test/**/*.ts'],
  references: [{ path: './tsconfig.lib.json' }],
};

function jestConfig({ name }: LibraryRequest): string {
  return `const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: '${name}', rootDir: __dirname };
`;
}

function tsupConfig({ oldestNode }: LibraryRequest): string {
  return `import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node${Number.parseInt(oldestNode, 10)}',
  dts: { entry: { index: 'out-tsc/lib/index.d.ts' }, compilerOptions: { composite: false } },
  tsconfig: 'tsconfig.lib.json',
  clean: true,
  silent: true,
});
`;
}

const eslintConfig = `import { library } from '../../eslint.config.mjs';

export default library(import.meta.dirname);
`;

function readme({ name, sentence }: LibraryRequest): string {
  return `# @org/${name}

${sentence}
`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
