import { emptyList } from './empty-list.ts';

describe('an empty list', () => {
  it('is empty, and belongs to whoever asked for it', () => {
    const list = emptyList<{ name: string }>();
    expect(list).toStrictEqual([]);
    list.push({ name: 'one' });
    expect(emptyList()).toStrictEqual([]);
  });
});
