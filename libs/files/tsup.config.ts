import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  target: 'node22',
  dts: { entry: { index: 'out-tsc/lib/index.d.ts' }, compilerOptions: { composite: false } },
  tsconfig: 'tsconfig.lib.json',
  clean: true,
  silent: true,
});
