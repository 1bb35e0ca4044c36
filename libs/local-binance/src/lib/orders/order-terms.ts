import type { Decimal, Side } from '@org/domain';
import type { ExchangeOrderType, ListedOrder, PaidOrder, SymbolGrid } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { decimal } from '../parameters/decimals.ts';
import { wholeNumber, wholeNumberWithin } from '../parameters/integers.ts';
import type { Parameters, Reader } from '../parameters/parameter.ts';
import { optional, required } from '../parameters/parameter.ts';
import { missing } from '../parameters/read-parameters.ts';
import { oneOf } from '../parameters/words.ts';
import { orderType, timeInForce } from './order-words.ts';

const LEAST_STRATEGY_TYPE = 1_000_000;

const strategyType: Reader<number> = (text, name) => {
  const read = wholeNumber(text, name);
  if (read.kind === 'error' || read.value >= LEAST_STRATEGY_TYPE) return read;
  return binanceError(-1134, `${name} was less than ${LEAST_STRATEGY_TYPE}.`);
};

/** What an order says of itself, whether it is alone or in a list. */
export const TERMS = {
  type: required(orderType),
  timeInForce: optional(timeInForce),
  price: optional(decimal),
  stopPrice: optional(decimal),
  trailingDelta: optional(wholeNumber),
  icebergQty: optional(decimal),
  strategyId: optional(wholeNumber),
  strategyType: optional(strategyType),
  pegPriceType: optional(
    oneOf(['PRIMARY_PEG', 'MARKET_PEG'], () => binanceError(-1210, 'Invalid pegPriceType.')),
  ),
  pegOffsetType: optional(oneOf(['PRICE_LEVEL'], () => binanceError(-1211, 'Invalid pegOffsetType.'))),
  pegOffsetValue: optional(wholeNumberWithin(1, 100)),
};

export interface OrderTerms extends Parameters<typeof TERMS> {
  readonly side: Side;
  /** Null for a name of the exchange's making. */
  readonly clientOrderId: string | null;
  readonly quantity: Decimal | null;
  readonly quoteOrderQty: Decimal | null;
}

type Term =
  'timeInForce' | 'quantity' | 'quoteOrderQty' | 'price' | 'stopPrice' | 'trailingDelta' | 'icebergQty';

const ALL_TERMS: readonly Term[] = [
  'timeInForce',
  'quantity',
  'quoteOrderQty',
  'price',
  'stopPrice',
  'trailingDelta',
  'icebergQty',
];

interface TypeTerms {
  readonly needs: readonly Term[];
  /** One of these, or both where they go together. */
  readonly oneOf: readonly Term[];
  readonly takes: readonly Term[];
}

const STOP: TypeTerms = { needs: ['quantity'], oneOf: ['stopPrice', 'trailingDelta'], takes: [] };
const STOP_LIMIT: TypeTerms = {
  needs: ['timeInForce', 'quantity', 'price'],
  oneOf: ['stopPrice', 'trailingDelta'],
  takes: ['icebergQty'],
};

const TYPE_TERMS: Readonly<Record<ExchangeOrderType, TypeTerms>> = {
  limit: { needs: ['timeInForce', 'quantity', 'price'], oneOf: [], takes: ['icebergQty'] },
  limitMaker: { needs: ['quantity', 'price'], oneOf: [], takes: ['icebergQty'] },
  market: { needs: [], oneOf: ['quantity', 'quoteOrderQty'], takes: [] },
  stopLoss: STOP,
  stopLossLimit: STOP_LIMIT,
  takeProfit: STOP,
  takeProfitLimit: STOP_LIMIT,
};

/** What does not rest has nothing to hide. */
const UNSUPPORTED_COMBINATION = binanceError(-2010, 'Unsupported order combination');

/** What the order's parameters are called on the wire. */
export type TermName = (term: string) => string;

/** An order as the exchange takes it, or what its terms lack. */
export function listedOrder(
  terms: OrderTerms,
  nameOf: TermName,
  grid: SymbolGrid,
): ListedOrder | BinanceError {
  const { quantity, quoteOrderQty } = terms;
  const error = termsError(terms, nameOf, TYPE_TERMS[terms.type]) ?? precisionError(terms, nameOf, grid);
  if (error !== null) return error;
  if (quantity !== null) return { ...withoutSize(terms), size: { base: quantity } };
  return quoteOrderQty === null
    ? missing(nameOf('quantity'))
    : { ...withoutSize(terms), size: { quote: quoteOrderQty } };
}

/** An order whose size is what another brings. */
export function paidOrder(terms: OrderTerms, nameOf: TermName, grid: SymbolGrid): PaidOrder | BinanceError {
  const ofType = TYPE_TERMS[terms.type];
  const withoutQuantity: TypeTerms = {
    ...ofType,
    needs: ofType.needs.filter((term) => term !== 'quantity'),
    oneOf: ofType.oneOf.filter((term) => term !== 'quantity' && term !== 'quoteOrderQty'),
  };
  const error = termsError(terms, nameOf, withoutQuantity) ?? precisionError(terms, nameOf, grid);
  return error ?? withoutSize(terms);
}

function withoutSize(terms: OrderTerms): PaidOrder {
  return {
    clientOrderId: terms.clientOrderId,
    side: terms.side,
    type: terms.type,
    timeInForce: terms.timeInForce ?? 'gtc',
    price: terms.price,
    stopPrice: terms.stopPrice,
    trailingDeltaBips: terms.trailingDelta,
    icebergQuantity: terms.icebergQty,
    strategyId: terms.strategyId,
    strategyType: terms.strategyType,
  };
}

function termsError(terms: OrderTerms, nameOf: TermName, ofType: TypeTerms): BinanceError | null {
  if (terms.pegPriceType !== null || terms.pegOffsetType !== null || terms.pegOffsetValue !== null) {
    return binanceError(-2010, 'Pegged orders are not supported for this symbol.');
  }
  const lacking = ofType.needs.find((term) => terms[term] === null);
  if (lacking !== undefined) return missing(nameOf(lacking));
  const [first, second] = ofType.oneOf;
  if (first !== undefined && second !== undefined && terms[first] === null && terms[second] === null) {
    return neither(nameOf(first), nameOf(second));
  }
  if (terms.quantity !== null && terms.quoteOrderQty !== null) {
    return binanceError(-1128, 'Combination of optional parameters invalid.');
  }
  const known = [...ofType.needs, ...ofType.oneOf, ...ofType.takes];
  const idle = ALL_TERMS.find((term) => terms[term] !== null && !known.includes(term));
  if (idle !== undefined) return notRequired(nameOf(idle));
  const rests = terms.timeInForce === null || terms.timeInForce === 'gtc';
  return terms.icebergQty === null || rests ? null : UNSUPPORTED_COMBINATION;
}

function precisionError(terms: OrderTerms, nameOf: TermName, grid: SymbolGrid): BinanceError | null {
  const { base, quote } = grid;
  const tooFine = (
    [
      ['quantity', base],
      ['icebergQty', base],
      ['quoteOrderQty', quote],
      ['price', quote],
      ['stopPrice', quote],
    ] as const
  ).find(([term, asset]) => (terms[term]?.decimals ?? 0) > asset.decimals);
  if (tooFine === undefined) return null;
  return binanceError(-1111, `Parameter '${nameOf(tooFine[0])}' has too much precision.`);
}

export function neither(first: string, second: string): BinanceError {
  return binanceError(-1102, `Param '${first}' or '${second}' must be sent, but both were empty/null!`);
}

function notRequired(name: string): BinanceError {
  return binanceError(-1106, `Parameter '${name}' sent when not required.`);
}
