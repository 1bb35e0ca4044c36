const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'exchange-client', rootDir: __dirname };
