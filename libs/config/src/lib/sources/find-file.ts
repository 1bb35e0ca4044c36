import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@org/domain';

/** Looked for in the working directory where no file is named. */
const FILE_NAMES = ['onestep.yaml', 'onestep.yml', 'onestep.json'] as const;

/** The text of a configuration file, and the name by which messages call it. */
export interface ConfigurationFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads the named file, or the one that lies in the working directory, if any.
 *
 * @throws InputError `config-file-unreadable` when the named one is missing or cannot be read; `config-file-ambiguous`
 * when the directory holds more than one.
 */
export function findFile(named: string | undefined, cwd: string): ConfigurationFile | undefined {
  if (named !== undefined) return readFile(named, cwd);
  const [first, ...more] = FILE_NAMES.filter((name) => existsSync(resolve(cwd, name)));
  if (first === undefined) return undefined;
  if (more.length > 0) {
    throw new InputError('config-file-ambiguous', {
      what: 'more than one configuration file',
      found: [first, ...more].join(' and '),
      allowed: 'one of them',
      hint: 'Keep one, or name one with --config.',
    });
  }
  return readFile(first, cwd);
}

function readFile(name: string, cwd: string): ConfigurationFile {
  try {
    return { name, text: readFileSync(resolve(cwd, name), 'utf8') };
  } catch (error) {
    throw new InputError(
      'config-file-unreadable',
      {
        what: 'cannot read the configuration file',
        place: { file: name },
        found: reason(error),
        allowed: 'a readable YAML or JSON file',
      },
      { cause: error },
    );
  }
}

function reason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'a directory';
  return String(error);
}
