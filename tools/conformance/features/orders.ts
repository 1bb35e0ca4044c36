import type { FeatureGroup } from '../feature.ts';
import { refused, there } from '../feature.ts';

const TYPES = [
  'LIMIT',
  'LIMIT_MAKER',
  'MARKET',
  'STOP_LOSS',
  'STOP_LOSS_LIMIT',
  'TAKE_PROFIT',
  'TAKE_PROFIT_LIMIT',
];

export const ORDERS: FeatureGroup = {
  title: 'Orders',
  features: [
    ...TYPES.map((type) => there(type, '', `POST /api/v3/order of type ${type}`)),
    there('MARKET with quoteOrderQty', '', 'POST /api/v3/order buys for an amount of the quote asset'),
    there('ACK, RESULT, FULL', '', 'POST /api/v3/order of type LIMIT is told as RESULT'),
    there('GTC', '', 'a limit order that reaches nothing rests'),
    there('IOC', '', 'a limit order gives up its rest where it is to trade at once'),
    there('FOK', '', 'a limit order that is to be filled whole or not at all'),
    there('icebergQty', '', 'an iceberg shows its tip'),
    there('trailingDelta', '', 'a trailing stop'),
    there('PRICE_RANGE (execution rule)', '', 'the range of prices that takers may trade in ends an order'),
    refused(
      'pegPriceType, pegOffsetValue',
      'pegged orders are refused with -2010',
      'POST /api/v3/order with terms that do not fit its type LIMIT with {"pegPriceType": "PRIMARY_PEG"}',
    ),
    there('amend keeping priority', '', 'PUT /api/v3/order/amend/keepPriority keeps its place in the queue'),
    there('OCO', '', 'one cancels the other ends the stop when the target trades'),
    there('OTO', '', 'one triggers the other lets the second order wait'),
    there('OTOCO', '', 'one triggers the other starts a pair'),
    there('OPO', '', 'one pays the other sells what the first has brought'),
    there('OPOCO', '', 'one pays the other starts a pair'),
  ],
};

const prevention = (name: string, what: string) => there(name, '', `self-trade prevention ${what}`);

export const SELF_TRADE: FeatureGroup = {
  title: 'Self-trade prevention',
  features: [
    prevention('NONE', 'lets an account trade with itself'),
    prevention('EXPIRE_TAKER', 'ends the taker'),
    prevention('EXPIRE_MAKER', 'ends the maker'),
    prevention('EXPIRE_BOTH', 'ends both'),
    prevention('DECREMENT', 'takes from both'),
    prevention('TRANSFER', 'transfers between accounts'),
  ],
};
