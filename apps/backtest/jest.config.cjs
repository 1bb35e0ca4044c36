const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'backtest', rootDir: __dirname };
