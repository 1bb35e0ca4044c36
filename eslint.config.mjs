import { basename } from 'node:path';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import jsonParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** The architecture, row by row: a library, and the libraries that it may import. Apps may import any. */
const mayImport = {
  bench: [],
  files: [],
  domain: [],
  config: ['domain'],
  telemetry: ['files', 'domain'],
  'indicators-gpu': [],
  'market-data': ['files', 'domain'],
  'exchange-client': ['domain'],
  strategies: ['indicators-gpu', 'domain'],
  'strategy-loader': ['strategies', 'domain'],
  risk: ['domain'],
  execution: ['risk', 'domain'],
  simulator: ['domain'],
  'local-binance': ['simulator', 'market-data', 'files', 'domain'],
  session: ['execution', 'market-data', 'strategies', 'files', 'domain'],
  'backtest-engine': [
    'execution',
    'simulator',
    'market-data',
    'strategies',
    'indicators-gpu',
    'risk',
    'files',
    'domain',
  ],
};

/** Specs may put the simulated exchange in front of what they test; benchmarks tell their figures alike. */
const specsMayAlsoImport = ['local-binance', 'bench'];

/** Decides by arguments alone: no Node, clock, chance or promise. */
const pure = ['domain', 'strategies', 'risk', 'simulator'];
const withoutNode = [...pure, 'indicators-gpu'];
const withoutRxjs = ['strategies', 'risk', 'simulator', 'indicators-gpu'];

/** Wraps what keeps time by itself. Everywhere else time comes in as events, chance as seeds. */
const timed = ['bench', 'telemetry', 'exchange-client', 'local-binance'];

/** Packages that these libraries may reach for, and no other: domain for types alone, both if they are there. */
const onlyPackages = { domain: ['rxjs'], 'indicators-gpu': ['gpu.js', 'webgpu'] };

/** Loops over typed arrays, where the bound of the loop is what says that an element exists. */
const numeric = ['bench', 'indicators-gpu', 'market-data', 'simulator', 'backtest-engine'];

const tags = (names) => names.map((name) => `lib:${name}`);

const apps = { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] };
/** Tools fit the models of the simulator, with its own features and chance, and draw the indicators over its market. */
const tools = {
  sourceTag: 'type:tools',
  onlyDependOnLibsWithTags: tags(['simulator', 'domain', 'indicators-gpu']),
};

const sourceRows = Object.entries(mayImport).map(([name, imports]) => ({
  sourceTag: `lib:${name}`,
  onlyDependOnLibsWithTags: tags(imports),
  ...(withoutRxjs.includes(name) ? { bannedExternalImports: ['rxjs'] } : {}),
  ...(name in onlyPackages ? { allowedExternalImports: onlyPackages[name] } : {}),
}));

const specRows = Object.entries(mayImport).map(([name, imports]) => ({
  sourceTag: `lib:${name}`,
  onlyDependOnLibsWithTags: tags([...imports, ...specsMayAlsoImport]),
}));

const boundaries = (rows) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: true,
      allow: ['^.*/eslint\\.config\\.mjs$', '^.*/jest\\.preset\\.js$'],
      depConstraints: [...rows, apps, tools],
    },
  ],
});

const config = ['**/*.{js,mjs,cjs}', '**/*.config.ts'];

const alone = [
  "MemberExpression[object.name=/^(describe|it|test)$/][property.name='only']",
  'CallExpression[callee.name=/^(fit|fdescribe)$/]',
].map((selector) => ({
  selector,
  message: 'The other tests of the file would be skipped, and nothing would fail.',
}));

/** What is skipped for want of a part of the machine chooses `describe.skip` by a condition, and calls what it chose. */
const never = [
  'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(skip|todo)$/]',
  "CallExpression[callee.object.object.name=/^(describe|it|test)$/][callee.object.property.name='skip']",
  'CallExpression[callee.name=/^x(it|test|describe)$/]',
].map((selector) => ({ selector, message: 'A test that never runs is none: mend it, or delete it.' }));

const typescript = tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/coverage'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', 400],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.spec.ts'],
    rules: {
      // Jest's own matchers (`expect.any`, `expect.stringContaining`) have the type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': ['error', ...alone, ...never],
    },
  },
  { files: config, extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
  { plugins: { '@nx': nx } },
);

const timeComesIn = 'Time comes in as an event, or through the Clock port.';

const clocks = ['setTimeout', 'setInterval', 'setImmediate', 'performance'].map((name) => ({
  name,
  message: timeComesIn,
}));
const behindTheBack = {
  name: 'globalThis',
  message: 'What decides reaches for nothing that it is not given.',
};

const clockModules = { group: ['node:timers', 'node:timers/*', 'node:perf_hooks'], message: timeComesIn };

const clockAndChance = [
  { object: 'Date', property: 'now', message: timeComesIn },
  { object: 'Math', property: 'random', message: 'Chance comes in as a seed, through the Rng port.' },
];

const now = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
].map((selector) => ({ selector, message: timeComesIn }));

const promises = [
  ':function[async=true]',
  'AwaitExpression',
  'ImportExpression',
  "[callee.name='Promise']",
  "[object.name='Promise']",
].map((selector) => ({
  selector,
  message: 'A decision waits for nothing.',
}));

/** What a library that keeps no time by itself may not reach for; a pure one cannot wait either. */
function timeless(library) {
  if (timed.includes(library)) return {};
  return {
    'no-restricted-globals': ['error', ...clocks, ...(pure.includes(library) ? [behindTheBack] : [])],
    'no-restricted-properties': ['error', ...clockAndChance],
    'no-restricted-syntax': ['error', ...now, ...(pure.includes(library) ? promises : [])],
  };
}

/** Named imports that a library's sources may not make; types alone of rxjs reach the ports of domain. */
function restricted(library) {
  const rxjs = { group: ['rxjs', 'rxjs/*'], allowTypeImports: true, message: 'RxJS is for the live path.' };
  const node = { group: ['node:*'], message: 'This library runs anywhere: no Node.' };
  return [
    ...(library === 'domain' ? [rxjs] : []),
    ...(withoutNode.includes(library) ? [node] : []),
    ...(withoutNode.includes(library) || timed.includes(library) ? [] : [clockModules]),
  ];
}

/**
 * The rules of the library in `folder`. `brands` names the files that make branded values: there alone a value
 * may be asserted to be of a type.
 */
export function library(folder, { brands = [] } = {}) {
  const name = basename(folder);
  return [
    ...common,
    {
      files: ['src/**/*.ts'],
      ignores: ['**/*.spec.ts'],
      rules: {
        ...timeless(name),
        '@typescript-eslint/no-restricted-imports': ['error', { patterns: restricted(name) }],
      },
    },
    ...(numeric.includes(name)
      ? [{ files: ['**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } }]
      : []),
    ...brands.map((file) => ({
      files: [file],
      rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
    })),
    dependencies('build'),
  ];
}

/** The rules of an app: as thin as they are, they hold the real clock, the files and the terminal. */
export function application() {
  return [...common, dependencies('typecheck')];
}

/** What the sources import stands in package.json, and nothing else; the rule looks at projects with a `target`. */
function dependencies(target) {
  const tools = ['bench', 'bundle', 'wasm', 'e2e', 'test'];
  const ignoredFiles = ['*.config.*', ...tools.map((folder) => `${folder}/**`), '**/*.spec.ts'];
  return {
    files: ['package.json'],
    languageOptions: { parser: jsonParser },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          buildTargets: [target],
          ignoredFiles: ignoredFiles.map((files) => `{projectRoot}/${files}`),
          // Imported by indicators-gpu under a name that bundlers do not see, and this rule does not either.
          ignoredDependencies: ['webgpu'],
        },
      ],
    },
  };
}

const common = [
  ...typescript,
  { files: ['**/*.ts'], rules: boundaries(specRows) },
  { files: ['src/**/*.ts'], ignores: ['**/*.spec.ts'], rules: boundaries(sourceRows) },
  prettier,
];

export default common;
