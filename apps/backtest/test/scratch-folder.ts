import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of a test's own, to run the program in. */
export class ScratchFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'backtest-')));

  /** Writes a file and gives its path, as given. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  /** Everything in it, folders included, in order of name. */
  list(): readonly string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' }).sort();
  }

  clear(): void {
    for (const name of readdirSync(this.path)) rmSync(join(this.path, name), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
