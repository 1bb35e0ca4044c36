import type { CancelIntent, Pricing, ReplaceIntent, Side, Size } from '@org/domain';
import { refuseUnknownWords } from './refuse-unknown-words.ts';
import type { BracketWish, PlaceWish } from './step.ts';

/** What every order of a strategy says. */
export interface OrderWords {
  /** Why, with the numbers that decided; shown in reports. */
  readonly reason: string;
  /** Default: the strategy's main symbol. */
  readonly symbol?: string;
  /** The strategy's own name for the order, which holds one order at a time. Default: `main`. */
  readonly slot?: string;
  /** Default: `{ by: 'risk' }` to buy, `{ by: 'position' }` to sell. */
  readonly size?: Size;
  /** Quote per base at which the order rests. Default: none, at the market. */
  readonly limit?: number;
}

/** An entry that knows where it was wrong, and where it has done its work. */
export interface BracketWords extends OrderWords {
  /** Where to give up, in quote per base. Default: where the limits of risk put it. */
  readonly stop?: number;
  /** Where to take the profit, in quote per base. Default: where the limits of risk put it. */
  readonly target?: number;
}

/** How a resting order is moved. */
export interface ReplaceWords {
  readonly reason: string;
  /** Default: `main`. */
  readonly slot?: string;
  /** The new limit, in quote per base. */
  readonly limit: number;
  /** Default: `{ by: 'risk' }`. */
  readonly size?: Size;
}

/** Which order is called off. */
export interface CancelWords {
  readonly reason: string;
  /** Default: `main`. */
  readonly slot?: string;
}

const SLOT = 'main';
const BY_RISK: Size = { by: 'risk' };
const WHOLE_POSITION: Size = { by: 'position' };
const MARKET: Pricing = { type: 'market' };

const ORDER_WORDS = new Set(['reason', 'symbol', 'slot', 'size', 'limit'] satisfies (keyof OrderWords)[]);
const BRACKET_WORDS = new Set([...ORDER_WORDS, ...(['stop', 'target'] satisfies (keyof BracketWords)[])]);
const REPLACE_WORDS = new Set(['reason', 'slot', 'limit', 'size'] satisfies (keyof ReplaceWords)[]);
const CANCEL_WORDS = new Set(['reason', 'slot'] satisfies (keyof CancelWords)[]);

/**
 * Buys: by default as much as risk allows, at the market.
 *
 * @throws InputError `strategy-decision` for a word that no order has; so do all that follow.
 */
export function buy(words: OrderWords): PlaceWish {
  return place('buy', words, BY_RISK);
}

/** Sells: by default the whole position, at the market. */
export function sell(words: OrderWords): PlaceWish {
  return place('sell', words, WHOLE_POSITION);
}

/** Buys, and names the stop and the target that protect what is bought. */
export function bracket(words: BracketWords): BracketWish {
  refuseUnknownWords('bracket', words, BRACKET_WORDS);
  const { reason, symbol = null, slot = SLOT, size = BY_RISK, limit } = words;
  const { stop: stopPrice = null, target: targetPrice = null } = words;
  return {
    ...{ kind: 'bracket', slot, symbol, side: 'buy', size, pricing: pricing(limit) },
    ...{ stopPrice, targetPrice, reason },
  };
}

/** Moves the resting order of a slot. */
export function replace(words: ReplaceWords): ReplaceIntent {
  refuseUnknownWords('replace', words, REPLACE_WORDS);
  const { reason, slot = SLOT, limit, size = BY_RISK } = words;
  return { kind: 'replace', slot, size, price: limit, reason };
}

/** Calls the order of a slot off. */
export function cancel(words: CancelWords): CancelIntent {
  refuseUnknownWords('cancel', words, CANCEL_WORDS);
  const { reason, slot = SLOT } = words;
  return { kind: 'cancel', slot, reason };
}

function place(side: Side, words: OrderWords, usualSize: Size): PlaceWish {
  refuseUnknownWords(side, words, ORDER_WORDS);
  const { reason, symbol = null, slot = SLOT, size = usualSize, limit } = words;
  return { kind: 'place', slot, symbol, side, size, pricing: pricing(limit), reason };
}

function pricing(limit: number | undefined): Pricing {
  return limit === undefined ? MARKET : { type: 'limit', price: limit };
}
