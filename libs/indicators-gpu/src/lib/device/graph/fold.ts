/** How the bars of a series are laid over the rows of a launch: `width` of them in each of `count` rows. */
export interface Fold {
  readonly bars: number;
  readonly width: number;
  readonly count: number;
}

/** What a backend launches at once: so many bars in a row at most, by groups of so many rows. */
export interface Launch {
  readonly mostBars: number;
  readonly rowsOfGroup: number;
}

/**
 * As few rows as a launch allows, and no fewer than a group has where the bars fill them evenly: rows that are not full
 * would have to be put together again.
 */
export function foldOf(bars: number, { mostBars, rowsOfGroup }: Launch): Fold {
  const fewest = Math.ceil(bars / mostBars);
  const count = bars % rowsOfGroup === 0 ? Math.max(fewest, rowsOfGroup) : fewest;
  return { bars, width: Math.ceil(bars / count), count };
}

/**
 * A card launches a limited number of threads in a row, so a longer series is cut into rows that lie one behind the
 * other in its memory: the rows of a set follow each other, and a bar is found behind the start of the first one. What
 * a kernel calls `this.thread.x` and `this.thread.y` becomes the bar and the set that its thread stands for.
 */
export function foldKernel(source: string, { bars, width, count }: Fold): string {
  if (count === 1) return source;
  const bodyAt = source.indexOf('{') + 1;
  const body = source
    .slice(bodyAt)
    .replaceAll('[this.thread.z][this.thread.y][', `[this.thread.z][foldedSet * ${count}][`)
    .replaceAll('this.thread.y', 'foldedSet')
    .replaceAll('this.thread.x', 'foldedBar');
  return `${source.slice(0, bodyAt)}
  const foldedSet = Math.floor(this.thread.y / ${count});
  const foldedBar = this.thread.x + (this.thread.y - foldedSet * ${count}) * ${width};
  if (foldedBar >= ${bars}) return 0;${body}`;
}
