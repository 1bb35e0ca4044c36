const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'simulator', rootDir: __dirname };
