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
 * Gives what is made of a module, which is written as text, two digits a byte, and has so many pages of memory of its own.
 * `Passes` is what it exports. It is started when it is first asked for and used by all: what its memory holds is read before
 * anybody else can come. Undefined where the machine has no WebAssembly with vectors, or does not let it start.
 */
/* @__NO_SIDE_EFFECTS__ */
export function startedOnce<Passes, Made>(
  text: string,
  pages: number,
  make: (memory: WasmMemory, passes: Passes) => Made,
): () => Made | undefined {
  let kept: { readonly made: Made | undefined } | null = null;
  return () => {
    if (kept === null) {
      const module = startModule<Passes>(text, pages);
      kept = { made: module && make(module.memory, module.passes) };
    }
    return kept.made;
  };
}

function startModule<Passes>(
  text: string,
  pages: number,
): { readonly memory: WasmMemory; readonly passes: Passes } | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  const bytes = Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );
  try {
    if (!WebAssembly.validate(bytes)) return undefined;
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance<Passes>(new WebAssembly.Module(bytes), { env: { memory } });
    return { memory, passes: exports };
  } catch {
    // What is valid may still be forbidden: a page's Content-Security-Policy refuses to compile any module, and some
    // runtimes refuse to do it at once.
    return undefined;
  }
}
