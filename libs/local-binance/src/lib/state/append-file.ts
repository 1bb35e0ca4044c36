import {
  closeSync,
  fdatasyncSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file that grows by whole pieces: one that cannot be written to its end is taken back. What `append` has returned
 * from survives the end of this process, and with `isSynced` the end of the machine's power too.
 */
export class AppendFile {
  readonly #descriptor: number;
  readonly #isSynced: boolean;
  #length = 0;
  #isSyncing = false;
  #isClosed = false;

  constructor(file: string, isSynced: boolean) {
    this.#descriptor = openSync(file, 'w');
    this.#isSynced = isSynced;
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** @throws Error of the file system, for a full disk for instance; the file is as it was then. */
  append(text: string): void {
    const bytes = Buffer.from(text);
    try {
      for (let written = 0; written < bytes.length;) {
        written += writeSync(
          this.#descriptor,
          bytes,
          written,
          bytes.length - written,
          this.#length + written,
        );
      }
      if (this.#isSynced) fdatasyncSync(this.#descriptor);
    } catch (error) {
      ftruncateSync(this.#descriptor, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  /** Puts it in the place of another, at once: whoever opens that finds the one or the other, whole. */
  takePlaceOf(written: string, file: string): void {
    fsyncSync(this.#descriptor);
    renameSync(written, file);
    syncFolder(dirname(file));
  }

  /** Has what was written so far brought to the disk, and says when that is over, well or not. */
  syncInBackground(done: () => void): void {
    this.#isSyncing = true;
    fsync(this.#descriptor, () => {
      this.#isSyncing = false;
      if (this.#isClosed) closeSync(this.#descriptor);
      done();
    });
  }

  close(): void {
    this.#isClosed = true;
    // While it is brought to the disk it has to stay open.
    if (!this.#isSyncing) closeSync(this.#descriptor);
  }

  /** Nobody wants it any more. */
  abandon(written: string): void {
    this.close();
    rmSync(written, { force: true });
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folders, and needs no such thing.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
