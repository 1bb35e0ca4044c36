import { defineConfig } from 'tsup';
import { markPureCalls } from './bundle/pure-calls.ts';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node20',
  dts: { entry: { index: 'out-tsc/lib/index.d.ts' }, compilerOptions: { composite: false } },
  tsconfig: 'tsconfig.lib.json',
  clean: true,
  silent: true,
  plugins: [{ name: 'pure-calls', renderChunk: (code) => ({ code: markPureCalls(code) }) }],
});
