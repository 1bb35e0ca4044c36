const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'execution', rootDir: __dirname };
