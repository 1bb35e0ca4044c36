import { columnReader } from './column-reader.ts';
import type { ReadColumns } from './column.ts';
import type { Fields } from './engine.ts';
import type { Program } from './program.ts';

/**
 * Goes through columns bar by bar, as a stream would: `take` is called at every bar that is whole, `skip` at every hole,
 * after which the indicator begins anew.
 */
export function goByBar<S>(
  { memory }: Program<S>,
  fields: Fields,
  columns: ReadColumns,
  take: (bar: number) => void,
  skip: (bar: number) => void,
): void {
  const place = memory.beginPass();
  const read = columnReader(fields, columns);
  let isBlank = true;
  for (let bar = 0; bar < columns[0].length; bar += 1) {
    if (read(bar)) {
      isBlank = false;
      take(bar);
    } else {
      if (!isBlank) memory.forget(place);
      isBlank = true;
      skip(bar);
    }
  }
}
