import type { Amount } from '@org/domain';
import { amount, parseDecimal } from '@org/domain';
import type {
  Exchange,
  ExchangeAccount,
  ExchangeEvent,
  ExchangeSnapshot,
  ListedOrder,
  PlaceRequest,
  SymbolFilter,
  SymbolRules,
} from '../../index.ts';
import { createExchange } from '../../index.ts';

const NOTHING = { maker: 0, taker: 0, buyer: 0, seller: 0 };

/** A funded account with nothing in it that pays a tenth of a percent. */
export function account(accountId: string, changes: Partial<ExchangeAccount> = {}): ExchangeAccount {
  return {
    accountId,
    tradeGroupId: null,
    funding: 'funded',
    canTrade: true,
    standardCommission: { ...NOTHING, maker: '0.001', taker: '0.001' },
    taxCommission: NOTHING,
    specialCommission: NOTHING,
    discount: { asset: 'BNB', isEnabled: false, multiplier: '0.75' },
    ...changes,
  };
}

/** Steps of a price and of a quantity, and no other filter. */
export function steps(tick: string, lot: string): readonly SymbolFilter[] {
  const off = parseDecimal('0');
  return [
    { kind: 'price', minPrice: off, maxPrice: off, tickSize: parseDecimal(tick) },
    { kind: 'lotSize', minQuantity: parseDecimal(lot), maxQuantity: off, stepSize: parseDecimal(lot) },
  ];
}

/** A symbol that takes everything, in ticks of 1 and lots of 1, so that specs count in whole numbers. */
export function symbolRules(changes: Partial<SymbolRules> = {}): SymbolRules {
  return {
    symbol: 'XY',
    base: { code: 'X', decimals: 3 },
    quote: { code: 'Y', decimals: 3 },
    status: 'trading',
    orderTypes: [
      'limit',
      'limitMaker',
      'market',
      'stopLoss',
      'stopLossLimit',
      'takeProfit',
      'takeProfitLimit',
    ],
    features: [
      'iceberg',
      'oneCancelsOther',
      'oneTriggersOther',
      'onePaysOther',
      'quoteQuantity',
      'trailingStop',
      'cancelReplace',
      'amend',
    ],
    defaultSelfTradePrevention: 'none',
    allowedSelfTradePrevention: ['none', 'expireTaker', 'expireMaker', 'expireBoth', 'decrement', 'transfer'],
    filters: steps('1', '1'),
    ...changes,
  };
}

/** The terms of an order as a spec writes them. */
export interface Order {
  readonly side?: 'buy' | 'sell';
  readonly type?: PlaceRequest['type'];
  readonly timeInForce?: PlaceRequest['timeInForce'];
  readonly quantity?: string | number;
  readonly quote?: string | number;
  readonly price?: string | number;
  readonly stopPrice?: string | number;
  readonly trailingDeltaBips?: number;
  readonly iceberg?: string | number;
  readonly selfTradePrevention?: PlaceRequest['selfTradePrevention'];
}

const decimal = (value: string | number | undefined) =>
  value === undefined ? null : parseDecimal(String(value));

/** An order as it stands in a request or in a list. */
export function listed(clientOrderId: string, order: Order): ListedOrder {
  const { side = 'buy', type = 'limit', timeInForce = 'gtc', quantity = 1, quote } = order;
  return {
    clientOrderId,
    side,
    type,
    timeInForce,
    size:
      quote === undefined ? { base: parseDecimal(String(quantity)) } : { quote: parseDecimal(String(quote)) },
    price: decimal(order.price),
    stopPrice: decimal(order.stopPrice),
    trailingDeltaBips: order.trailingDeltaBips ?? null,
    icebergQuantity: decimal(order.iceberg),
    strategyId: null,
    strategyType: null,
  };
}

export function request(accountId: string, clientOrderId: string, order: Order): PlaceRequest {
  const selfTradePrevention = order.selfTradePrevention ?? null;
  return { accountId, symbol: 'XY', selfTradePrevention, ...listed(clientOrderId, order) };
}

/** An exchange at work in a spec, and what it has told. */
export interface Desk {
  readonly exchange: Exchange;
  readonly events: ExchangeEvent[];
  /** Places and gives the outcome. */
  place(accountId: string, clientOrderId: string, order: Order): ReturnType<Exchange['place']>;
  /** What was told since the last time, in a word a piece. */
  told(): readonly string[];
  /** `free/locked` of an asset. */
  balance(accountId: string, asset: string): string;
}

export interface DeskOptions {
  readonly rules?: Partial<SymbolRules>;
  readonly symbols?: readonly SymbolRules[];
  readonly accounts?: readonly ExchangeAccount[];
  /** Smallest units of every asset that funded accounts have to begin with. */
  readonly deposit?: Amount;
  readonly snapshot?: ExchangeSnapshot;
  /** In ticks; null for none, as by default. */
  readonly referencePrice?: () => number | null;
}

/** Opens an exchange with the accounts `a` and `b`, each with a thousand of everything. */
export function openDesk(options: DeskOptions = {}): Desk {
  const { accounts = [account('a'), account('b')], deposit = amount(1_000_000n) } = options;
  const referencePrice = () => {
    const ticks = options.referencePrice?.() ?? null;
    return ticks === null ? null : { numerator: BigInt(ticks), denominator: 1n };
  };
  const symbols = options.symbols ?? [symbolRules(options.rules)];
  const events: ExchangeEvent[] = [];
  const emit = (event: ExchangeEvent) => void events.push(event);
  const snapshot = options.snapshot === undefined ? {} : { snapshot: options.snapshot };
  const averagePrice = () => null;
  const exchange = createExchange({ symbols, accounts, emit, averagePrice, referencePrice, ...snapshot });
  if (options.snapshot === undefined) fund(exchange, deposit);
  events.length = 0;
  let now = 1_000;
  let heard = 0;
  return {
    exchange,
    events,
    place: (accountId, clientOrderId, order) =>
      exchange.place(request(accountId, clientOrderId, order), now++),
    told: () => events.slice(heard, (heard = events.length)).flatMap(word),
    balance: (accountId, asset) => {
      const held = exchange.balances(accountId).find((balance) => balance.asset === asset);
      return held === undefined ? '0/0' : `${held.free}/${held.locked}`;
    },
  };
}

function fund(exchange: Exchange, deposit: Amount): void {
  const snapshot = exchange.snapshot();
  const assets = new Set(exchange.symbols().flatMap(({ base, quote }) => [base.code, quote.code]));
  for (const { account: owner } of snapshot.accounts) {
    if (owner.funding === 'unlimited') continue;
    for (const asset of assets) exchange.deposit(owner.accountId, asset, deposit, 0);
  }
}

function word(event: ExchangeEvent): string[] {
  switch (event.kind) {
    case 'orderReport': {
      const { order, execution } = event;
      const progress = `${order.executed}/${order.quantity}`;
      const reason = order.expiryReason === null ? '' : ` ${order.expiryReason}`;
      return [`${order.clientOrderId} ${execution} ${order.status} ${progress}${reason}`];
    }
    case 'listReport':
      return [`${event.list.listClientOrderId} ${event.list.status} ${event.list.orderStatus}`];
    case 'marketTrade':
      return [`trade ${event.quantity} at ${event.price}`];
    case 'levelChanged':
      return [`${event.side} ${event.quantity} at ${event.price}`];
    case 'balancesChanged':
      return [
        `${event.accountId} has ${event.balances.map((held) => `${held.free}/${held.locked} ${held.asset}`).join(', ')}`,
      ];
    case 'balanceMoved':
      return [`${event.accountId} got ${event.amount} ${event.asset}`];
    case 'symbolChanged':
      return [`${event.rules.symbol} is ${event.rules.status}`];
    default:
      return event satisfies never;
  }
}
