import { resolve } from 'node:path';
import type { CandleSeries, Interval, SpotInstrument } from '@org/domain';
import { InputError } from '@org/domain';
import type { DataReport } from '@org/market-data';
import { parseCandleFileName, readCandleFiles, readInstruments } from '@org/market-data';
import { expandPaths } from './expand-paths.ts';
import { instrumentsFor } from './instruments-for.ts';

/** Recorded bars, and the rules that orders are held to. */
export interface RecordedMarket {
  readonly series: CandleSeries;
  readonly report: DataReport;
  readonly instrument: SpotInstrument;
}

/** Which recorded bars a person wants. Paths are relative to `cwd`. */
export interface RecordedRequest {
  /** Paths or globs. */
  readonly data: readonly string[];
  /** The one market that is wanted of the files; also what files hold whose names do not say it. All by default. */
  readonly symbol?: string;
  /** Further markets that are wanted although `symbol` names one, such as the one that prices fees. */
  readonly isWantedToo?: (symbol: string) => boolean;
  /** The interval of bars whose files do not say it in their names. */
  readonly interval?: Interval;
  /** A file with the rules of markets that are not built in. */
  readonly instruments?: string;
  readonly cwd: string;
}

/**
 * Reads recorded bars and the rules of their markets, in the order of symbols.
 *
 * @throws InputError for files that are missing or wrong, a glob that matches nothing, a symbol that no file holds, a
 * market without rules.
 */
export async function readMarkets(request: RecordedRequest): Promise<readonly RecordedMarket[]> {
  const given =
    request.instruments === undefined
      ? new Map()
      : readInstruments(resolve(request.cwd, request.instruments));
  const files = wantedFiles(await expandPaths(request.data, request.cwd), request);
  const read = readCandleFiles(
    files.map(({ path }) => path),
    { ...openFact('symbol', files, request), ...openFact('interval', files, request) },
  );
  refuseSecondInterval(read.map(({ series }) => series));
  const instruments = instrumentsFor(
    read.map(({ series }) => series.symbol),
    given,
  );
  return read.flatMap(({ series, report }, index) => {
    const instrument = instruments[index];
    return instrument === undefined ? [] : [{ series, report, instrument }];
  });
}

/** A file with what its name says of its bars. */
interface NamedFile {
  readonly path: string;
  readonly name: ReturnType<typeof parseCandleFileName>;
}

function wantedFiles(
  paths: readonly string[],
  { symbol, isWantedToo }: RecordedRequest,
): readonly NamedFile[] {
  const files = paths.map((path) => ({ path, name: parseCandleFileName(path) }));
  if (symbol === undefined) return files;
  const holds = ({ name }: NamedFile) => name === undefined || name.symbol === symbol;
  if (files.some(holds)) {
    return files.filter(
      (file) => holds(file) || (file.name !== undefined && isWantedToo?.(file.name.symbol)),
    );
  }
  throw new InputError('data-other-symbol', {
    what: `no file holds bars of ${symbol}`,
    found: [...new Set(files.map(({ name }) => name?.symbol))].join(', '),
    allowed: 'a symbol that the names of the files begin with',
  });
}

/** What is asked for, where it says something that the names of the files leave open and never contradict. */
function openFact<Key extends 'symbol' | 'interval'>(
  key: Key,
  files: readonly NamedFile[],
  request: RecordedRequest,
): Pick<RecordedRequest, Key> | Record<never, never> {
  const isOpen = files.every(({ name }) => name === undefined || name[key] === request[key]);
  return isOpen && request[key] !== undefined ? { [key]: request[key] } : {};
}

/** Higher intervals are built from the lowest; recorded ones beside it could disagree with it. */
function refuseSecondInterval(series: readonly CandleSeries[]): void {
  for (const { symbol, interval } of series) {
    const other = series.find((one) => one.symbol === symbol && one.interval !== interval);
    if (other === undefined) continue;
    throw new InputError('data-two-intervals', {
      what: `the files hold bars of ${symbol} in two intervals`,
      found: `${interval} and ${other.interval}`,
      allowed: 'the lowest one: higher intervals are built from it',
    });
  }
}
