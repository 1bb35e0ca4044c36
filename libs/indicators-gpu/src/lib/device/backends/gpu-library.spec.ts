import { readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('gpu.js', () => {
  // webpack makes no page at all of a module that imports what is not installed, except in a try block.
  it('is imported in a try block, where it may be missing from a page', () => {
    const source = readFileSync(join(import.meta.dirname, 'gpu-library.ts'), 'utf8');
    expect(source.match(/import\('gpu\.js'\)/g)).toHaveLength(1);
    expect(source).toMatch(/try \{\s+const library: unknown = await import\('gpu\.js'\);/);
  });
});
