import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import createAssembler from 'wabt';

/** A text that is assembled, and the file of the library that holds what comes of it. */
export interface Text {
  readonly name: string;
  readonly modulePath: string;
  /** Under which name the file exports it. */
  readonly constant: string;
}

const library = join(import.meta.dirname, '../src/lib');

export const texts: readonly Text[] = [
  {
    name: 'sliding-extremes.wat',
    modulePath: join(library, 'window/extremes/sliding-extremes.wasm.ts'),
    constant: 'slidingExtremesModule',
  },
  {
    name: 'rolling-vwap.wat',
    modulePath: join(library, 'overlap/rolling-vwap/rolling-vwap.wasm.ts'),
    constant: 'rollingVwapModule',
  },
];

/** The module of a text, byte by byte. */
export async function assemble({ name }: Text): Promise<Uint8Array> {
  const assembler = await createAssembler();
  const source = readFileSync(join(import.meta.dirname, name), 'utf8');
  const text = assembler.parseWat(name, source, { simd: true });
  try {
    text.validate();
    return text.toBinary({}).buffer;
  } finally {
    text.destroy();
  }
}

/** The source of the library that holds a module: as text, so that no file is read and no bundler is asked. */
export function moduleSource({ name, constant }: Text, bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const lines = (digits.match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`);
  return `/** Made from wasm/${name} by \`npx nx run indicators-gpu:wasm\`; two digits a byte. */
export const ${constant} = [
${lines.join('\n')}
].join('');
`;
}
