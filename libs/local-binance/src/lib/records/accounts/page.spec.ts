import fc from 'fast-check';
import type { Page } from './page.ts';
import { newest, pageOf } from './page.ts';

/** Ten entries with the ids 10, 20, … 100, one a second. */
const ITEMS = Array.from({ length: 10 }, (_, index) => ({ id: (index + 1) * 10, time: (index + 1) * 1000 }));

const idsOf = (page: Partial<Page>): readonly number[] =>
  pageOf(
    ITEMS,
    { ...newest(1000), ...page },
    ({ id }) => id,
    ({ time }) => time,
  ).map(({ id }) => id);

describe('a page of a history', () => {
  it.each([
    ['nothing', { limit: 3 }, [80, 90, 100]],
    ['an id', { fromId: 20, limit: 3 }, [20, 30, 40]],
    ['an id between two', { fromId: 21, limit: 2 }, [30, 40]],
    ['an id past the end', { fromId: 101 }, []],
    ['a start', { startTime: 3000, limit: 2 }, [30, 40]],
    ['an end', { endTime: 3000, limit: 2 }, [20, 30]],
    ['both', { startTime: 2000, endTime: 8000, limit: 3 }, [20, 30, 40]],
    ['an end before the start', { startTime: 8000, endTime: 2000 }, []],
    ['an id and an end', { fromId: 20, endTime: 4000 }, [20, 30, 40]],
  ])('that names %s', (_what, page, ids) => {
    expect(idsOf(page)).toEqual(ids);
  });

  it('is in order, within what was asked for, and no longer', () => {
    const edge = fc.option(fc.integer({ min: 0, max: 11_000 }));
    const pages = fc.record({
      fromId: fc.option(fc.integer({ min: 0, max: 110 })),
      startTime: edge,
      endTime: edge,
      limit: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(pages, (page) => {
        const ids = idsOf(page);
        const within = ITEMS.filter(
          ({ id, time }) =>
            id >= (page.fromId ?? 0) && time >= (page.startTime ?? 0) && time <= (page.endTime ?? Infinity),
        ).map(({ id }) => id);
        const isFromStart = page.fromId !== null || page.startTime !== null;
        expect(ids).toEqual(isFromStart ? within.slice(0, page.limit) : within.slice(-page.limit));
      }),
    );
  });
});
