import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test. */
export class StateFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'local-binance-'));

  file(name = 'exchange.state'): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
