import { connectBinance } from '../src/lib/venues/binance/connect-binance.ts';
import type { Binance } from '../src/lib/venues/binance/connect-binance.ts';
import { hmacSigner } from '../src/lib/signing/signer.ts';
import type { Scene, Situation } from '../src/testing.ts';
import { HastyClock } from './hasty-clock.ts';
import type { RecordedAnswers } from './recorded-answers.ts';
import { RECORDED, RecordedExchange } from './recorded-answers.ts';

/** A client before recorded answers, its markets read. */
export async function recordedClient(answers: RecordedAnswers): Promise<Binance> {
  const client = connectBinance({
    ...{ origin: '', transport: new RecordedExchange(answers), clock: new HastyClock() },
    ...{ signer: hmacSigner('key', 'secret'), guard: { retries: 0 } },
  });
  await client.rest.synchronise();
  await client.markets.read();
  return client;
}

/** So much is known before the exchange falls silent. */
const READABLE: RecordedAnswers = Object.fromEntries(
  Object.entries(RECORDED.quiet).filter(([name]) => /exchangeInfo$|time$/.test(name)),
);

/** A scene of the contract from recorded answers. */
export async function openRecordedScene(situation: Situation): Promise<Scene> {
  const venue = await recordedClient(situation === 'silent' ? READABLE : RECORDED[situation]);
  return { venue, close: () => venue.close() };
}
