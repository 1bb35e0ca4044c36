/** Every project's tests in one run: `npx jest`; one project's: `npx jest -c libs/<lib>/jest.config.cjs`. */
module.exports = {
  projects: ['<rootDir>/libs/*', '<rootDir>/apps/*', '<rootDir>/tools'],
  coverageProvider: 'v8',
  // Counts for all projects: theirs is not looked at in a run of several.
  testTimeout: 60_000,
  // Files that no test loads count too.
  collectCoverageFrom: ['libs/*/src/**/*.ts', '!libs/*/src/**/*.spec.ts'],
};
