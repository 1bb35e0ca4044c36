const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'backtest-engine', rootDir: __dirname };
