/** A wish as a file brings it that nobody has type checked: of every word it is open what it is, and whether it is there. */
export interface UncheckedWish {
  readonly kind?: unknown;
  readonly slot?: unknown;
  readonly symbol?: unknown;
  readonly side?: unknown;
  readonly size?: UncheckedSize | null;
  readonly pricing?: UncheckedPricing | null;
  readonly price?: unknown;
  readonly stopPrice?: unknown;
  readonly targetPrice?: unknown;
  readonly reason?: unknown;
  readonly name?: unknown;
  readonly time?: unknown;
  readonly task?: unknown;
  readonly input?: unknown;
}

interface UncheckedSize {
  readonly by?: unknown;
  readonly quantity?: unknown;
  readonly quote?: unknown;
}

interface UncheckedPricing {
  readonly type?: unknown;
  readonly price?: unknown;
}

/** What is wrong with a wish. */
export interface WishProblem {
  readonly word: string;
  readonly found: unknown;
  readonly allowed: string;
}

/**
 * What keeps a wish from being one; null where nothing does. Only the kind of each word is looked at: whether the number
 * of an order makes sense is for risk to say. Every decision that wants something passes here, so it takes some nanoseconds.
 */
export function wishProblem(wish: UncheckedWish | null | undefined): WishProblem | null {
  switch (wish?.kind) {
    case 'place':
      if (wish.side !== 'buy' && wish.side !== 'sell') return problem('side', wish.side, 'buy, sell');
      return orderProblem(wish);
    case 'bracket':
      if (wish.side !== 'buy') return problem('side', wish.side, 'buy');
      if (!isPriceOrNull(wish.stopPrice)) return problem('stop', wish.stopPrice, 'a price');
      if (!isPriceOrNull(wish.targetPrice)) return problem('target', wish.targetPrice, 'a price');
      return orderProblem(wish);
    case 'replace':
      if (typeof wish.price !== 'number') return problem('limit', wish.price, 'a price');
      return sizeProblem(wish.size) ?? slotProblem(wish);
    case 'cancel':
      return slotProblem(wish);
    case 'setTimer':
      // Of a timer nobody asks again whether its number makes sense.
      if (!Number.isFinite(wish.time)) return problem('time', wish.time, 'milliseconds UTC');
      return typeof wish.name === 'string' ? null : problem('name', wish.name, 'a text');
    case 'compute':
      if (wish.input === undefined) return problem('input', wish.input, 'what JSON can hold');
      return typeof wish.task === 'string' ? null : problem('task', wish.task, 'a text');
    default:
      return problem('intents', wish, 'what buy, sell, bracket, replace, cancel, setTimer and compute make');
  }
}

function orderProblem(wish: UncheckedWish): WishProblem | null {
  const { symbol, pricing } = wish;
  if (symbol !== null && typeof symbol !== 'string') return problem('symbol', symbol, 'a symbol');
  const isPriced =
    pricing?.type === 'market' || (pricing?.type === 'limit' && typeof pricing.price === 'number');
  if (!isPriced) return problem('limit', pricing?.price, 'a price');
  return sizeProblem(wish.size) ?? slotProblem(wish);
}

function slotProblem({ slot, reason }: UncheckedWish): WishProblem | null {
  if (typeof slot !== 'string') return problem('slot', slot, 'a text');
  return typeof reason === 'string' ? null : problem('reason', reason, 'a text');
}

function sizeProblem(size: UncheckedSize | null | undefined): WishProblem | null {
  switch (size?.by) {
    case 'risk':
    case 'position':
      return null;
    case 'quantity':
      return typeof size.quantity === 'number' ? null : problem('size.quantity', size.quantity, 'a number');
    case 'quote':
      return typeof size.quote === 'number' ? null : problem('size.quote', size.quote, 'a number');
    default:
      return problem(
        'size',
        size,
        "{ by: 'quantity', quantity }, { by: 'quote', quote }, { by: 'risk' }, { by: 'position' }",
      );
  }
}

function isPriceOrNull(value: unknown): boolean {
  return value === null || typeof value === 'number';
}

function problem(word: string, found: unknown, allowed: string): WishProblem {
  return { word, found, allowed };
}
