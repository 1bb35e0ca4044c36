const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'files', rootDir: __dirname };
