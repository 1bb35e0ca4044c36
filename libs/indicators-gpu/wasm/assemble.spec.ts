import { readFileSync } from 'node:fs';
import { slidingExtremesModule } from '../src/lib/window/extremes/sliding-extremes.wasm.ts';
import { assemble, modulePath, moduleSource } from './assemble.ts';

describe('the WebAssembly of the library', () => {
  it('is, byte by byte, what the text in the repository assembles to', async () => {
    const bytes = await assemble();
    expect(slidingExtremesModule).toBe(Buffer.from(bytes).toString('hex'));
    expect(readFileSync(modulePath, 'utf8')).toBe(moduleSource(bytes));
  });
});
