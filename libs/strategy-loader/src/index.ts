export { explainStray } from './lib/errors/explain-stray.ts';
export { LOADING_LIMIT_MS, loadStrategy } from './lib/load-strategy.ts';
export type { LoadOptions, LoadedStrategy } from './lib/load-strategy.ts';
export type { UserModule } from './lib/files/import-user-file.ts';
export type { UserFile } from './lib/files/user-files.ts';
