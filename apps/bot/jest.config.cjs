const { default: preset } = require('../../jest.preset.js');

module.exports = { ...preset, displayName: 'bot', rootDir: __dirname };
