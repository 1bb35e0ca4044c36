const { default: preset } = require('../jest.preset.js');

module.exports = {
  ...preset,
  displayName: 'tools',
  rootDir: __dirname,
  collectCoverageFrom: ['**/*.ts', '!**/*.spec.ts'],
};
