import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createAssembler from 'wabt';

/** The text that is assembled, and the file of the library that holds what comes of it. */
export const sourcePath = join(import.meta.dirname, 'sliding-extremes.wat');
export const modulePath = join(import.meta.dirname, '../src/lib/window/extremes/sliding-extremes.wasm.ts');

/** The module of the text, byte by byte. */
export async function assemble(): Promise<Uint8Array> {
  const assembler = await createAssembler();
  const text = assembler.parseWat('sliding-extremes.wat', readFileSync(sourcePath, 'utf8'), { simd: true });
  try {
    text.validate();
    return text.toBinary({}).buffer;
  } finally {
    text.destroy();
  }
}

/** The source of the library that holds a module: as text, so that no file is read and no bundler is asked. */
export function moduleSource(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const lines = (digits.match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`);
  return `/** Made from wasm/sliding-extremes.wat by \`npx nx run indicators-gpu:wasm\`; two digits a byte. */
export const slidingExtremesModule = [
${lines.join('\n')}
].join('');
`;
}
