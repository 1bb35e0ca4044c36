import type { SpotInstrument, SpotRules } from '@org/domain';
import { InputError, spotInstrument } from '@org/domain';
import type { z } from 'zod';
import { readSourceFile } from '../reading/source-file.ts';
import { DECIMAL, exchangeInfo, ownInstruments } from './instrument-schema.ts';

const FORMS = 'Binance\'s exchangeInfo ("symbols") or our own form ("instruments")';

/** An answer as recorders write it: the request and the time stand before it on its line. */
const RECORDED = /^https?:\/\/\S+ -> [\d.]+: (\{.*\})$/m;

/**
 * Reads the rules of markets by symbol, from Binance's exchangeInfo (with MIN_NOTIONAL or NOTIONAL filters, as JSON or
 * as recorded) or from our own form, `{ "instruments": [SpotRules, …] }`; plain, gzip or zip.
 *
 * @throws InputError with the file: `instruments-not-json`, with line and column where they are known, `instruments-malformed` with the key,
 * `instrument-twice`, `instrument-rules`, and those of a file that cannot be read.
 */
export function readInstruments(path: string): ReadonlyMap<string, SpotInstrument> {
  const text = Buffer.from(readSourceFile(path).bytes).toString('utf8');
  const instruments = new Map<string, SpotInstrument>();
  for (const rules of parseRules(path, parseJson(path, RECORDED.exec(text)?.[1] ?? text))) {
    if (instruments.has(rules.symbol)) {
      throw new InputError('instrument-twice', {
        what: 'a market stands in the file twice',
        place: { file: path },
        found: rules.symbol,
        allowed: 'each symbol once',
      });
    }
    instruments.set(
      rules.symbol,
      placed(path, () => spotInstrument(rules)),
    );
  }
  return instruments;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = String(error);
    const [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
    const place = line === undefined ? {} : { line: Number(line), column: Number(column) };
    throw new InputError(
      'instruments-not-json',
      {
        what: 'the file is not JSON',
        place: { file: path, ...place },
        found: said.replace(/^SyntaxError: /, ''),
        allowed: FORMS,
      },
      { cause: error },
    );
  }
}

function parseRules(path: string, data: unknown): readonly SpotRules[] {
  const fromExchange = typeof data === 'object' && data !== null && 'symbols' in data;
  const parsed = fromExchange ? exchangeInfo.safeParse(data) : ownInstruments.safeParse(data);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues.map(({ path: keys, message, ...issue }) => ({
    ...(message === DECIMAL
      ? { what: `${keyOf(keys)} is no exact amount`, allowed: DECIMAL }
      : { what: `${keyOf(keys)}: ${message}`, allowed: FORMS }),
    found: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : excerptOf(valueAt(data, keys)),
  }));
  throw new InputError('instruments-malformed', {
    what: 'the file is malformed',
    allowed: FORMS,
    ...problem,
    place: { file: path },
  });
}

type Keys = z.core.$ZodIssue['path'];

/** Where in the data, as a program would write it: `symbols[3].filters[0].tickSize`. */
function keyOf(keys: Keys): string {
  if (keys.length === 0) return 'the file';
  const steps = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return steps.join('').slice(1);
}

function valueAt(data: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((value, key) => new Map(Object.entries(value ?? {})).get(String(key)), data);
}

function excerptOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}

/** An error of the rules themselves does not know in which file they stand. */
function placed<T>(path: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, { ...error.facts, place: { file: path } }, { cause: error });
  }
}
