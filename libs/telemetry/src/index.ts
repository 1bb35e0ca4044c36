export { createLogger } from './lib/create-logger.ts';
export type { LoggerOptions, SessionLogger } from './lib/create-logger.ts';
export { LOG_LEVELS, silentLogger } from './lib/logger.ts';
export type { Fields, Logger, LogLevel } from './lib/logger.ts';
