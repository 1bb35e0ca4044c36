const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'strategies', rootDir: __dirname };
