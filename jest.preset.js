import { join } from 'node:path';

/**
 * What every project's tests share. They run on the libraries' sources (the condition `@org/source`), and
 * packages that exist as ES modules alone are let through the transform.
 */
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@org/source', 'node', 'node-addons'] },
  // No test waits for time to pass, so a slow one is a busy machine; what hangs is still found.
  testTimeout: 60_000,
  setupFiles: [join(import.meta.dirname, 'tools/property-seed/seed.cjs')],
  testMatch: ['<rootDir>/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/out-tsc'],
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/(?!(commander|cockatiel)/)'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts'],
};
