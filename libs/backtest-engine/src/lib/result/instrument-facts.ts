import type { SpotInstrument } from '@org/domain';
import { amountValue, quantityValue } from '@org/domain';
import type { InstrumentFacts } from './backtest-result.ts';

/** The rules of a market as plain decimals. */
export function instrumentFacts(instrument: SpotInstrument): InstrumentFacts {
  return {
    symbol: instrument.symbol,
    base: instrument.base.code,
    quote: instrument.quote.code,
    tickSize: instrument.tickSize,
    stepSize: instrument.lotSize,
    minQuantity: quantityValue(instrument.minQuantity, instrument),
    minNotional: amountValue(instrument.minNotional, instrument.quote),
  };
}
