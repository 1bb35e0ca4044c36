import { InputError } from '@org/domain';
import { ConfigurationError } from '../problems/configuration-error.ts';
import { Secret } from './secret.ts';
import type { SecretFiles } from './secret-files.ts';
import { systemFiles } from './secret-files.ts';

/** The keys to an exchange account; null where none was given. */
export interface Secrets {
  readonly apiKey: Secret | null;
  /** For HMAC signatures. */
  readonly apiSecret: Secret | null;
  /** A private key in PEM, for Ed25519 or RSA signatures. */
  readonly privateKey: Secret | null;
}

const OTHERS = 0o077;

/**
 * Reads the secrets from `BINANCE_API_KEY` and `BINANCE_API_SECRET`, or from the files that `BINANCE_API_KEY_FILE`,
 * `BINANCE_API_SECRET_FILE` and `BINANCE_PRIVATE_KEY_FILE` name (absolute paths, or relative to the working directory).
 * Space around a secret is dropped; an empty variable counts as not set.
 *
 * @throws ConfigurationError with every secret that was given twice, or whose file is missing, empty, no private key
 * where one is due, or readable by others than its owner. No secret appears in it.
 */
export function readSecrets(env: NodeJS.ProcessEnv, files: SecretFiles = systemFiles): Secrets {
  const problems: InputError[] = [];
  const attempt = (read: () => Secret | null): Secret | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(error);
      return null;
    }
  };
  const secrets = {
    apiKey: attempt(() => readSecret('BINANCE_API_KEY', env, files)),
    apiSecret: attempt(() => readSecret('BINANCE_API_SECRET', env, files)),
    privateKey: attempt(() => readPrivateKey(env, files)),
  };
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(secrets);
}

function readSecret(name: string, env: NodeJS.ProcessEnv, files: SecretFiles): Secret | null {
  const value = env[name]?.trim();
  const path = env[`${name}_FILE`];
  if (value && path) {
    throw new InputError('secret-twice', {
      what: 'a secret is given twice',
      found: `${name} and ${name}_FILE`,
      allowed: 'one of them',
    });
  }
  if (path) return new Secret(readSecretFile(`${name}_FILE`, path, files));
  return value ? new Secret(value) : null;
}

function readPrivateKey(env: NodeJS.ProcessEnv, files: SecretFiles): Secret | null {
  const name = 'BINANCE_PRIVATE_KEY_FILE';
  const path = env[name];
  if (!path) return null;
  const text = readSecretFile(name, path, files);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new InputError('secret-file-not-a-key', {
      what: `${name} names no private key`,
      place: { file: path },
      allowed: 'a private key in PEM, beginning with -----BEGIN PRIVATE KEY-----',
    });
  }
  return new Secret(text);
}

function readSecretFile(name: string, path: string, files: SecretFiles): string {
  const { text, mode } = open(name, path, files);
  if (mode !== null && (mode & OTHERS) !== 0) {
    throw new InputError('secret-file-open', {
      what: `others can read the secret that ${name} names`,
      place: { file: path },
      found: `permissions ${mode.toString(8)}`,
      allowed: 'a file that only its owner can read or change, such as 600',
      hint: `Run chmod 600 ${path}.`,
    });
  }
  const secret = text.trim();
  if (secret === '') {
    throw new InputError('secret-file-empty', {
      what: `the file that ${name} names is empty`,
      place: { file: path },
      allowed: 'the secret and nothing else',
    });
  }
  return secret;
}

function open(name: string, path: string, files: SecretFiles): ReturnType<SecretFiles['read']> {
  try {
    return files.read(path);
  } catch (error) {
    throw new InputError(
      'secret-file-unreadable',
      {
        what: `cannot read the file that ${name} names`,
        place: { file: path },
        found: error instanceof Error ? error.message : String(error),
        allowed: 'a readable file',
      },
      { cause: error },
    );
  }
}
