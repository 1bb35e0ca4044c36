import type { Place } from '@org/domain';
import { InputError, OnestepError } from '@org/domain';

/** What a strategy's own code threw: its author's to mend, so it is told with the file and the line. */
export function strategyFault(strategy: string, doing: string, thrown: unknown): OnestepError {
  if (thrown instanceof OnestepError) return thrown;
  const place = placeOf(thrown);
  const facts = { what: `strategy ${strategy} failed ${doing}`, found: String(thrown) };
  return new InputError(
    'strategy-failed',
    { ...facts, ...(place === undefined ? {} : { place }) },
    { cause: thrown },
  );
}

/** The innermost place that the stack names. */
function placeOf(thrown: unknown): Place | undefined {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const [, file, line, column] = /^ +at .*?(?:file:\/\/)?([^\s()]+):(\d+):(\d+)\)?$/m.exec(stack ?? '') ?? [];
  if (file === undefined) return undefined;
  return { file: decodeURI(file), line: Number(line), column: Number(column) };
}
