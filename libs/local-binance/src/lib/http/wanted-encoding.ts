import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { HttpRequest } from './http-exchange.ts';
import { header } from './http-exchange.ts';

/** The exchange's binary encoding is not spoken here: who takes nothing else is refused. */
export function refusedEncoding(request: HttpRequest): BinanceError | null {
  const accepted = header(request, 'accept') ?? '*/*';
  const isBinaryOnly = accepted.includes('application/sbe') && !/application\/json|\*\/\*/.test(accepted);
  return isBinaryOnly ? binanceError(-1155, 'SBE is not enabled.', 406) : null;
}
