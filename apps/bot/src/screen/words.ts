import type { OrderRequest, SpotInstrument } from '@org/domain';
import { formatAmount, formatPrice, formatQuantity } from '@org/domain';

/** A time in UTC as a person reads it: `2024-12-01 00:50:00`. */
export function timeWords(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** How many there are of what: `1 bar`, `2 bars`. */
export function countWords(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Quote to the cent. */
export function moneyWords(value: number): string {
  return value.toFixed(2);
}

/** A price in quote per base, to the tick; a dash before the first. */
export function priceWords(value: number, { tick }: SpotInstrument): string {
  return Number.isFinite(value) ? value.toFixed(tick.decimals) : '-';
}

/** A change with its sign, and as a share of what was: `+12.30 (+0.12%)`. */
export function changeWords(from: number, to: number): string {
  const sign = to < from ? '' : '+';
  const share = from === 0 ? 0 : ((to - from) / from) * 100;
  return `${sign}${moneyWords(to - from)} (${sign}${share.toFixed(2)}%)`;
}

/** A fraction as a percentage without needless zeros: `0.25%`, `25%`. */
export function shareWords(fraction: number): string {
  return `${Number((fraction * 100).toFixed(4))}%`;
}

/** What a limit allows or has observed: a number without the noise of its last places, or words as they are. */
export function limitFigure(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(8))) : value;
}

/** What an order asks for: `buy 0.5 BTC at 42000`. */
export function requestWords(request: OrderRequest, instrument: SpotInstrument): string {
  const { base, quote } = instrument;
  switch (request.type) {
    case 'marketQuote':
      return `buy for ${formatAmount(request.quoteAmount, quote)} ${quote.code} at the market`;
    case 'market':
      return `${request.side} ${formatQuantity(request.quantity, instrument)} ${base.code} at the market`;
    case 'limit':
      return `${request.side} ${formatQuantity(request.quantity, instrument)} ${base.code} at ${formatPrice(request.price, instrument)}`;
    case 'stop':
      return `${request.side} ${formatQuantity(request.quantity, instrument)} ${base.code} below ${formatPrice(request.stopPrice, instrument)}`;
  }
}
