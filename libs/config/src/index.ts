export { loadConfig } from './lib/load-config.ts';
export type { Configuration, ConfigurationSources } from './lib/load-config.ts';
export { unheededKeys } from './lib/unheeded-keys.ts';
export { describeConfig } from './lib/describe-config.ts';
export type { ConfigurationRow } from './lib/describe-config.ts';
export { ConfigurationError } from './lib/problems/configuration-error.ts';
export { configurationKey } from './lib/keys/key-facts.ts';
export type { KeyFacts } from './lib/keys/key-facts.ts';
export type { Flag } from './lib/sources/read-flags.ts';
export type { TextForm } from './lib/sources/text-forms.ts';
export type { MarketChoice } from './lib/schema/market-choice.ts';
export type { ParameterValues, StrategyChoice } from './lib/schema/strategy-schema.ts';

export { readSecrets } from './lib/secrets/read-secrets.ts';
export type { Secrets } from './lib/secrets/read-secrets.ts';
export { Secret } from './lib/secrets/secret.ts';
export type { FileContents, SecretFiles } from './lib/secrets/secret-files.ts';
