const { default: preset } = require('../../jest.preset.js');

module.exports = {
  ...preset,
  displayName: 'local-binance',
  rootDir: __dirname,
  // What ccxt signs with exists as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!(commander|cockatiel|@noble|@scure)/)'],
};
