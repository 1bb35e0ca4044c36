import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardWords } from './card-words.ts';

describe('what users of a graphics card are told', () => {
  it('is the packages to install and the lines for package.json', () => {
    const document =
      'First `npm install one two`, then:\n\n```json\n{ "overrides": { "a": "1.0.0" } }\n```\n';
    expect(cardWords(document)).toEqual({
      packages: ['one', 'two'],
      manifest: { overrides: { a: '1.0.0' } },
    });
  });

  it('must be told', () => {
    expect(() => cardWords('Install it.')).toThrow('no block of JSON for package.json');
  });

  it('keeps gl from being built, in the document of the library', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/indicators/gpu.md'), 'utf8');
    expect(cardWords(document)).toEqual({
      packages: ['gpu.js', 'webgpu'],
      manifest: { overrides: { gl: 'npm:empty-npm-package@1.0.0', webgpu: '$webgpu' } },
    });
  });
});
