/** What Binance says when it refuses or ends an order. */
export const INSUFFICIENT_BALANCE = 'Account has insufficient balance for requested action.';
export const DUPLICATE_ORDER = 'Duplicate order sent.';
export const WOULD_TAKE = 'Order would immediately match and take.';
export const PAIR_PRICES = 'The relationship of the prices for the orders is not correct.';
export const PAIR_LEGS = 'Unsupported order combination';
export const PRICE_FILTER = 'Filter failure: PRICE_FILTER';
export const LOT_SIZE = 'Filter failure: LOT_SIZE';
export const MIN_NOTIONAL = 'Filter failure: MIN_NOTIONAL';
