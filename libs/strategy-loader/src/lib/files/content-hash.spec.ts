import { contentHash } from './content-hash.ts';

/** From sha256sum. */
const SUM_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const file = (path: string, source: string) => ({ path, source: Buffer.from(source) });

describe('the sum of a strategy file', () => {
  it('is the sha256 of its bytes when it is alone', () => {
    expect(contentHash('/a/mine.ts', [file('/a/mine.ts', 'abc')])).toBe(SUM_OF_ABC);
  });

  it('does not depend on where the files lie, nor on their order', () => {
    const first = [file('/a/mine.ts', 'abc'), file('/a/b/c.ts', 'd'), file('/e.ts', 'f')];
    const second = [file('/x/y/b/c.ts', 'd'), file('/x/e.ts', 'f'), file('/x/y/mine.ts', 'abc')];
    expect(contentHash('/a/mine.ts', first)).toBe(contentHash('/x/y/mine.ts', second));
  });

  it.each([
    ['content', file('/a/b.ts', 'e')],
    ['name', file('/a/c.ts', 'd')],
  ])('changes with the %s of an imported file', (_what, other) => {
    const mine = file('/a/mine.ts', 'abc');
    expect(contentHash('/a/mine.ts', [mine, other])).not.toBe(
      contentHash('/a/mine.ts', [mine, file('/a/b.ts', 'd')]),
    );
  });
});
