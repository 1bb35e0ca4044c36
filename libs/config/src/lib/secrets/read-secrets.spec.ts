import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecrets } from './read-secrets.ts';
import type { SecretFiles } from './secret-files.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----';

function holding(files: Record<string, { text: string; mode: number | null }>): SecretFiles {
  return {
    read(path) {
      const file = files[path];
      if (file === undefined) throw new Error(`no such file: ${path}`);
      return file;
    },
  };
}

describe('secrets', () => {
  it('are null when nobody gave any', () => {
    expect(readSecrets({ BINANCE_API_KEY: '', BINANCE_API_SECRET_FILE: '' })).toEqual({
      apiKey: null,
      apiSecret: null,
      privateKey: null,
    });
  });

  it('come from the environment, without the space around them', () => {
    const { apiKey, apiSecret } = readSecrets({ BINANCE_API_KEY: ' key\n', BINANCE_API_SECRET: 'secret' });
    expect([apiKey?.reveal(), apiSecret?.reveal()]).toEqual(['key', 'secret']);
  });

  it('come from the files that the environment names', () => {
    const files = holding({
      k: { text: 'key\n', mode: 0o600 },
      s: { text: 'secret\n', mode: 0o400 },
      p: { text: `${PEM}\n`, mode: null },
    });
    const env = { BINANCE_API_KEY_FILE: 'k', BINANCE_API_SECRET_FILE: 's', BINANCE_PRIVATE_KEY_FILE: 'p' };
    const { apiKey, apiSecret, privateKey } = readSecrets(env, files);
    expect([apiKey?.reveal(), apiSecret?.reveal(), privateKey?.reveal()]).toEqual(['key', 'secret', PEM]);
  });

  it('do not show in what is printed of them', () => {
    expect(JSON.stringify(readSecrets({ BINANCE_API_KEY: 'hunter2' }))).toBe(
      '{"apiKey":"[secret]","apiSecret":null,"privateKey":null}',
    );
  });

  it('may not be given twice', () => {
    expect(() => readSecrets({ BINANCE_API_KEY: 'a', BINANCE_API_KEY_FILE: 'b' })).toThrow(
      'a secret is given twice; found BINANCE_API_KEY and BINANCE_API_KEY_FILE; allowed: one of them',
    );
  });

  it.each([0o640, 0o604, 0o644, 0o620, 0o602, 0o610])('may not lie in a file with permissions %o', (mode) => {
    const files = holding({ '/k': { text: 'hunter2', mode } });
    const act = () => readSecrets({ BINANCE_API_KEY_FILE: '/k' }, files);
    expect(act).toThrow(
      `/k: others can read the secret that BINANCE_API_KEY_FILE names; found permissions ${mode.toString(8)}; ` +
        'allowed: a file that only its owner can read or change, such as 600. Run chmod 600 /k.',
    );
    expect(act).not.toThrow('hunter2');
  });

  it('may not lie in an empty file, or none', () => {
    expect(() =>
      readSecrets({ BINANCE_API_SECRET_FILE: 'e' }, holding({ e: { text: ' \n', mode: 0o600 } })),
    ).toThrow('e: the file that BINANCE_API_SECRET_FILE names is empty');
    expect(() => readSecrets({ BINANCE_API_SECRET_FILE: 'gone' }, holding({}))).toThrow(
      'gone: cannot read the file that BINANCE_API_SECRET_FILE names; found no such file: gone',
    );
  });

  it('are reported together when several are wrong', () => {
    const files = holding({ p: { text: 'hunter2', mode: 0o600 }, s: { text: 'hunter2', mode: 0o644 } });
    const act = () => readSecrets({ BINANCE_API_SECRET_FILE: 's', BINANCE_PRIVATE_KEY_FILE: 'p' }, files);
    expect(act).toThrow(
      /2 problems[^]*BINANCE_API_SECRET_FILE[^]*p: BINANCE_PRIVATE_KEY_FILE names no private key/,
    );
    expect(act).not.toThrow('hunter2');
  });

  it('do not hide a fault of ours', () => {
    const broken: SecretFiles = {
      read: () => ({
        get text(): string {
          throw new TypeError('broken');
        },
        mode: null,
      }),
    };
    expect(() => readSecrets({ BINANCE_API_KEY_FILE: 'k' }, broken)).toThrow(TypeError);
  });
});

describe('a secret file on the disk', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onestep-secret-'));
    path = join(folder, 'key');
    writeFileSync(path, 'from-disk\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read when it is its owner’s alone', () => {
    chmodSync(path, 0o600);
    expect(readSecrets({ BINANCE_API_KEY_FILE: path }).apiKey?.reveal()).toBe('from-disk');
  });

  it('is judged by its own permissions when a link leads to it', () => {
    const link = join(folder, 'link');
    symlinkSync(path, link);
    chmodSync(path, 0o600);
    expect(readSecrets({ BINANCE_API_KEY_FILE: link }).apiKey?.reveal()).toBe('from-disk');
    chmodSync(path, 0o640);
    const act = () => readSecrets({ BINANCE_API_KEY_FILE: link });
    if (process.platform === 'win32') expect(act).not.toThrow();
    else expect(act).toThrow('found permissions 640');
  });

  it('may not be a directory', () => {
    expect(() => readSecrets({ BINANCE_API_KEY_FILE: folder })).toThrow('cannot read the file');
  });
});
