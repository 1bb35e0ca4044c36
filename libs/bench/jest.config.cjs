const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'bench', rootDir: __dirname };
