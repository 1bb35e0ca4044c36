import { Overlays } from './overlays.ts';

/** A value under test, and how it is changed. */
function named(overlays = new Overlays<string>()) {
  const told = { value: 'bare' };
  const lay = (letter: string) =>
    overlays.lay('it', {
      bare: told.value,
      change: (before) => `${before} ${letter}`,
      apply: (after) => {
        if (after.includes('!')) throw new Error('cannot be');
        told.value = after;
      },
    });
  return { told, lay };
}

describe('changes that lie over a value', () => {
  it.each([
    ['in the order in which they came', [0, 1, 2], ['bare b c', 'bare c', 'bare']],
    ['the newest first', [2, 1, 0], ['bare a b', 'bare a', 'bare']],
    ['the middle one first', [1, 0, 2], ['bare a c', 'bare c', 'bare']],
  ])('are taken away %s, and leave what it was', (_order, order, left) => {
    const { told, lay } = named();
    const undos = ['a', 'b', 'c'].map(lay);
    expect(told.value).toBe('bare a b c');
    const seen = order.map((index) => {
      undos[index]?.();
      return told.value;
    });
    expect(seen).toEqual(left);
  });

  it('may be laid anew over what the value has become since', () => {
    const { told, lay } = named();
    lay('a')();
    told.value = 'other';
    lay('b');
    expect(told.value).toBe('other b');
  });

  it('that cannot be made are not there', () => {
    const { told, lay } = named();
    const undo = lay('a');
    expect(() => lay('!')).toThrow('cannot be');
    lay('b');
    expect(told.value).toBe('bare a b');
    undo();
    expect(told.value).toBe('bare b');
  });
});
