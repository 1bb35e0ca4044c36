const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'market-data', rootDir: __dirname };
