import { readFileSync } from 'node:fs';
import type { LoadHookSync, ResolveHookSync } from 'node:module';
import { fileURLToPath } from 'node:url';
import { failedImport } from '../errors/failed-import.ts';

/** A file of the user's as it was loaded. */
export interface UserFile {
  readonly path: string;
  readonly source: Uint8Array;
}

interface Known {
  source: Uint8Array;
  readonly imports: Set<string>;
}

const RELATIVE = /^(\.{0,2}\/|file:)/;
const PRODUCT = /^(@org\/|zod$|zod\/)/;
const NO_SCRIPT = /\.(json|node|wasm|cjs|cts)$/;

/**
 * The files of the user's that this process has loaded: strategies and what they import by relative path. For these,
 * and for nothing else, the hooks change how Node finds and reads modules.
 */
export class UserFiles {
  readonly #files = new Map<string, Known>();
  readonly #productUrl: string;

  /** `productUrl` is a file of ours: what `@org/*` and `zod` are for it, they are for the user. */
  constructor(productUrl: string) {
    this.#productUrl = productUrl;
  }

  /** Makes the file at this address one of the user's. */
  add(url: string): void {
    if (!this.#files.has(url)) this.#files.set(url, { source: new Uint8Array(), imports: new Set() });
  }

  /** Finds what a user's file imports, or says which line asks for what is not there. */
  readonly resolve: ResolveHookSync = (specifier, context, nextResolve) => {
    const { parentURL } = context;
    const parent = parentURL === undefined ? undefined : this.#files.get(parentURL);
    if (parent === undefined || parentURL === undefined) return nextResolve(specifier, context);
    try {
      if (PRODUCT.test(specifier)) return nextResolve(specifier, { ...context, parentURL: this.#productUrl });
      const found = nextResolve(specifier, context);
      if (RELATIVE.test(specifier)) {
        this.add(found.url);
        parent.imports.add(found.url);
      }
      return found;
    } catch (error) {
      const source = Buffer.from(parent.source).toString();
      throw failedImport(specifier, { path: fileURLToPath(parentURL), source }, error);
    }
  };

  /** Reads a user's file as an ES module in TypeScript, whatever package it lies in; remembers what was read. */
  readonly load: LoadHookSync = (url, context, nextLoad) => {
    const file = this.#files.get(url);
    if (file === undefined) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const loaded = nextLoad(
      url,
      NO_SCRIPT.test(path) ? context : { ...context, format: 'module-typescript' },
    );
    file.source = bytes(loaded.source) ?? readFileSync(path);
    return loaded;
  };

  /** All of them, in the order in which they were met. */
  all(): readonly UserFile[] {
    return [...this.#files.keys()].map((url) => this.#fileAt(url));
  }

  /** The file at this address and all of the user's that it imports, directly or not. */
  closure(url: string): readonly UserFile[] {
    const reached = new Set([url]);
    for (const each of reached) {
      for (const imported of this.#files.get(each)?.imports ?? []) reached.add(imported);
    }
    return [...reached].map((each) => this.#fileAt(each));
  }

  #fileAt(url: string): UserFile {
    return { path: fileURLToPath(url), source: this.#files.get(url)?.source ?? new Uint8Array() };
  }
}

function bytes(source: unknown): Uint8Array | undefined {
  if (typeof source === 'string') return Buffer.from(source);
  return source instanceof Uint8Array ? source : undefined;
}
