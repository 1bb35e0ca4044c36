import type { SpotInstrument } from '@org/domain';
import { InputError, nearestWord } from '@org/domain';
import type { Binance } from '@org/exchange-client';

/**
 * Makes sure that the exchange is there, sets our idea of its time, and gives the rules of the markets.
 *
 * @throws InputError `exchange-unreachable` where it does not answer as one, `symbol-unknown` for a market that it does
 * not have.
 */
export async function openSource(
  { rest, markets }: Pick<Binance, 'rest' | 'markets'>,
  origin: string,
  symbols: readonly string[],
): Promise<readonly SpotInstrument[]> {
  const time = await rest.synchronise();
  if (time.kind !== 'answer') throw unreachable(origin, time.message);
  const read = await markets.read();
  if (read.kind === 'unread') throw unreachable(origin, read.reason);
  return symbols.map((symbol) => {
    const market = markets.get(symbol);
    if (market !== undefined) return market.instrument;
    const near = nearestWord(
      symbol,
      markets.all.map(({ instrument }) => instrument.symbol),
    );
    throw new InputError('symbol-unknown', {
      what: 'the exchange has no such market',
      found: symbol,
      allowed: `a symbol of ${origin}/api/v3/exchangeInfo`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  });
}

function unreachable(origin: string, found: string): InputError {
  return new InputError('exchange-unreachable', {
    what: `${origin} does not answer as an exchange`,
    found,
    allowed: 'Binance, or an exchange on this machine such as http://127.0.0.1:9000',
    hint: 'Is --origin right, and is there a way to it from here?',
  });
}
