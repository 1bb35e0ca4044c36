const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'risk', rootDir: __dirname };
