const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'session', rootDir: __dirname };
