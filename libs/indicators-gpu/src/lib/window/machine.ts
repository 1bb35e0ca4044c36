/** Memory that a module of WebAssembly works in. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** What is used of the machine's WebAssembly, which the language's own library does not declare. */
interface Machine {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new <Passes>(module: object, imports: object) => { readonly exports: Passes };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

declare const WebAssembly: Machine | undefined;

/**
 * Starts a module that is written as text, two digits a byte, with so many pages of memory of its own. `Passes` is what it
 * exports. Undefined where the machine has no WebAssembly with vectors.
 */
export function startModule<Passes>(
  text: string,
  pages: number,
): { readonly memory: WasmMemory; readonly passes: Passes } | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
  if (!WebAssembly.validate(bytes)) return undefined;
  const memory = new WebAssembly.Memory({ initial: pages });
  const { exports } = new WebAssembly.Instance<Passes>(new WebAssembly.Module(bytes), { env: { memory } });
  return { memory, passes: exports };
}
