import { join } from 'node:path';
import type { SpotInstrument } from '@org/domain';
import { barOpen, INTERVAL_MS, InputError, OnestepError } from '@org/domain';
import type { Binance, KlineSpan, SpanOutcome } from '@org/exchange-client';
import { connectBinance, systemClock } from '@org/exchange-client';
import type { TimeSpan } from '@org/market-data';
import {
  BarGatherer,
  CandleStore,
  lockStore,
  readInstruments,
  spansBeside,
  writeInstruments,
} from '@org/market-data';
import { STORE_INSTRUMENTS } from '@org/session';
import { existsSync } from 'node:fs';
import { showProgress } from '../run/progress.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DownloadFlags } from './download-flags.ts';
import type { DownloadOptions } from './download-options.ts';
import { readDownloadOptions } from './download-options.ts';
import { describeHoldings } from './holdings.ts';
import { openSource } from './source.ts';

/** `backtest download`: asks the exchange for what the store does not have, and says what it has then. */
export async function downloadCommand(flags: DownloadFlags, around: Surroundings): Promise<void> {
  const options = readDownloadOptions(flags, around.cwd);
  const store = await CandleStore.open(options.folder);
  const binance = connectBinance({ origin: options.origin, signer: null, clock: systemClock });
  const control = new AbortController();
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= binance.close());
  const listening = around.onInterrupt(() => {
    control.abort();
    void close();
  });
  try {
    await download(options, { store, binance, around, signal: control.signal });
  } catch (error) {
    // Whoever is called off while it asks gets no answer; that is no fault of the exchange.
    if (!control.signal.aborted || !(error instanceof InputError)) throw error;
    around.out('stopped before anything was downloaded\n');
  } finally {
    listening();
    await close();
    await store.close();
  }
}

interface Parts {
  readonly store: CandleStore;
  readonly binance: Binance;
  readonly around: Surroundings;
  readonly signal: AbortSignal;
}

async function download(options: DownloadOptions, parts: Parts): Promise<void> {
  const { symbols, folder, origin } = options;
  const instruments = await openSource(parts.binance, origin, symbols);
  // Two at once would each write over what the other has added.
  const release = lockStore(folder);
  try {
    keepRules(folder, instruments);
    await downloadMissing(options, parts);
  } finally {
    release();
  }
}

async function downloadMissing(options: DownloadOptions, parts: Parts): Promise<void> {
  const { store, binance, around, signal } = parts;
  const { symbols, interval } = options;
  const span = closedSpan(options, binance.time.nowMs());
  const missing: KlineSpan[] = [];
  for (const symbol of symbols) {
    const spans = spansBeside(await store.covered({ symbol, interval }), span);
    missing.push(...spans.map(({ fromMs, toMs }) => ({ symbol, interval, startMs: fromMs, endMs: toMs })));
  }
  const { bars, outcomes } = await fill(missing, parts);
  around.out(await describeHoldings(store, { symbols, interval, span, added: bars, paint: around.paint }));
  const stopped = outcomes.filter((outcome) => outcome.kind === 'stopped');
  if (signal.aborted) around.out('stopped; the same command goes on from there\n');
  else if (stopped.length > 0) throw incomplete(stopped);
}

/** Reads what is missing into the store. What was told before an error or a stop is written all the same. */
async function fill(
  spans: readonly KlineSpan[],
  { store, binance, around, signal }: Parts,
): Promise<{ readonly bars: number; readonly outcomes: readonly SpanOutcome[] }> {
  const gatherer = new BarGatherer(store);
  const progress = await showProgress(around.terminal);
  const total = spans.reduce(
    (sum, { interval, startMs, endMs }) => sum + barsIn(endMs - startMs, interval),
    0,
  );
  let [bars, passed] = [0, 0];
  try {
    const outcomes = await binance.history.download(spans, {
      signal,
      onPage: async ({ candles, fromMs, rest }) => {
        await gatherer.add(candles, { fromMs, toMs: rest.startMs });
        bars += candles.openTime.length;
        passed += barsIn(rest.startMs - fromMs, candles.interval);
        progress.show(passed, total);
      },
    });
    return { bars, outcomes };
  } finally {
    progress.end();
    await gatherer.flush();
  }
}

function barsIn(lengthMs: number, interval: KlineSpan['interval']): number {
  return Math.ceil(lengthMs / INTERVAL_MS[interval]);
}

/** Up to the last bar that is over. */
function closedSpan({ interval, fromMs, toMs }: DownloadOptions, nowMs: number): TimeSpan {
  const end = barOpen(nowMs, interval);
  const span = { fromMs, toMs: Math.min(toMs ?? end, end) };
  if (span.fromMs < span.toMs) return span;
  throw new InputError('span-not-over', {
    what: `no bar of ${interval} from --from on is over yet`,
    found: new Date(fromMs).toISOString(),
    allowed: `a time before ${new Date(end).toISOString()}`,
  });
}

/** The rules of markets as they are now, beside those of the markets that were downloaded before. */
function keepRules(folder: string, instruments: readonly SpotInstrument[]): void {
  const path = join(folder, STORE_INSTRUMENTS);
  const known = existsSync(path) ? readInstruments(path) : new Map<string, SpotInstrument>();
  const now = instruments.map((instrument) => [instrument.symbol, instrument] as const);
  writeInstruments(path, new Map([...known, ...now]).values());
}

function incomplete(stopped: readonly Extract<SpanOutcome, { kind: 'stopped' }>[]): OnestepError {
  const [first] = stopped;
  return new OnestepError('download-incomplete', {
    what: 'not everything could be downloaded',
    found: `${first?.span.symbol ?? ''}: ${first?.reason ?? ''}`,
    allowed: 'an exchange that answers',
    hint: 'What came is kept; the same command goes on from there.',
  });
}
