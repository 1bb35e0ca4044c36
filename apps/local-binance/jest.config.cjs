const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'local-binance-app', rootDir: __dirname };
