const { default: preset } = require('../../jest.preset.js');

module.exports = {
  ...preset,
  displayName: 'indicators-gpu',
  rootDir: __dirname,
  moduleNameMapper: { '^webgpu$': '<rootDir>/bench/webgpu-in-jest.cjs' },
};
