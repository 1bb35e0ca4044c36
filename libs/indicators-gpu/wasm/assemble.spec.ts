import { readFileSync } from 'node:fs';
import { slidingExtremesModule } from '../src/lib/window/extremes/sliding-extremes.wasm.ts';
import { rollingVwapModule } from '../src/lib/overlap/rolling-vwap/rolling-vwap.wasm.ts';
import { assemble, moduleSource, texts } from './assemble.ts';

const modules = new Map([
  ['sliding-extremes.wat', slidingExtremesModule],
  ['rolling-vwap.wat', rollingVwapModule],
]);

describe('the WebAssembly of the library', () => {
  it.each(texts.map((text) => [text.name, text] as const))(
    'is, byte by byte, what %s in the repository assembles to',
    async (name, text) => {
      const bytes = await assemble(text);
      expect(modules.get(name)).toBe(Buffer.from(bytes).toString('hex'));
      expect(readFileSync(text.modulePath, 'utf8')).toBe(moduleSource(text, bytes));
    },
  );
});
