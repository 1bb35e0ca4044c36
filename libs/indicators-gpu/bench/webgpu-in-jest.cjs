// The package webgpu is an ES module that Jest's CommonJS cannot hold; what it wraps is loaded straight away.
const system = process.platform === 'darwin' ? 'darwin-universal' : `${process.platform}-${process.arch}`;

module.exports = require(`webgpu/dist/${system}/dawn.node`);
