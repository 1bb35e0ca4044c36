const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'strategy-loader', rootDir: __dirname };
