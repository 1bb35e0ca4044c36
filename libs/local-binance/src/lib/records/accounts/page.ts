/**
 * Which part of a history is asked for. With `fromId` the oldest from there on; with `startTime` the oldest since
 * then; otherwise the newest, up to `endTime` where it is told. What is given is in order of time.
 */
export interface Page {
  /** Inclusive. */
  readonly fromId: number | null;
  /** ms UTC, inclusive. */
  readonly startTime: number | null;
  /** ms UTC, inclusive. */
  readonly endTime: number | null;
  readonly limit: number;
}

/** The newest of a history. */
export function newest(limit: number): Page {
  return { fromId: null, startTime: null, endTime: null, limit };
}

/** The part of `items`, which are in order of their ids, that a page asks for. */
export function pageOf<Item>(
  items: readonly Item[],
  page: Page,
  idOf: (item: Item) => number,
  timeOf: (item: Item) => number,
): readonly Item[] {
  const { fromId, startTime, endTime, limit } = page;
  const first = fromId === null ? 0 : firstAtOrAfter(items, fromId, idOf);
  const isWithin = (item: Item): boolean =>
    (startTime === null || timeOf(item) >= startTime) && (endTime === null || timeOf(item) <= endTime);
  return fromId === null && startTime === null
    ? lastWithin(items, isWithin, limit)
    : firstWithin(items, first, isWithin, limit);
}

/** The index of the first item whose id is at least `id`; the number of items where there is none. */
export function firstAtOrAfter<Item>(
  items: readonly Item[],
  id: number,
  idOf: (item: Item) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && idOf(item) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstWithin<Item>(
  items: readonly Item[],
  first: number,
  isWithin: (item: Item) => boolean,
  limit: number,
): readonly Item[] {
  const found: Item[] = [];
  for (let index = first; index < items.length && found.length < limit; index += 1) {
    const item = items[index];
    if (item !== undefined && isWithin(item)) found.push(item);
  }
  return found;
}

function lastWithin<Item>(
  items: readonly Item[],
  isWithin: (item: Item) => boolean,
  limit: number,
): readonly Item[] {
  const found: Item[] = [];
  for (let index = items.length - 1; index >= 0 && found.length < limit; index -= 1) {
    const item = items[index];
    if (item !== undefined && isWithin(item)) found.push(item);
  }
  return found.reverse();
}
