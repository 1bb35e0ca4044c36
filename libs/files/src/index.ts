export { LineFile } from './lib/line-file.ts';
export { makeFolder } from './lib/make-folder.ts';
export { takeLock } from './lib/take-lock.ts';
export type { LockAnswer } from './lib/take-lock.ts';
