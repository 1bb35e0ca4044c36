/** What computes: a graphics card, vectorised WebAssembly on the processor's cores, or this library's own loops. */
export type Backend = 'webgpu' | 'webasm' | 'cpu';

/** The graphics card that answered; `software` means that a processor plays its part, slowly. */
export interface Adapter {
  readonly name: string;
  readonly software: boolean;
}
