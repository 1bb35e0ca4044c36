import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { binanceError } from '../errors/binance-error.ts';
import { decimalsOf } from '../orders/told-order.ts';
import { defaulted, optional } from '../parameters/parameter.ts';
import { symbolName } from '../parameters/symbols.ts';
import { yesOrNo } from '../parameters/words.ts';
import { fixedText } from '../wire/decimal-text.ts';
import { rateText } from '../wire/rate-text.ts';

/** What the key of a request may be used for. */
export const apiRestrictions = defineSigned({
  rest: { method: 'GET', path: '/sapi/v1/account/apiRestrictions' },
  socketMethod: null,
  security: 'userData',
  parameters: {},
  weigh: costs(1),
  ordersPlaced: NO_ORDERS,
  handle: ({ key }) =>
    answer({
      ipRestrict: key.addresses !== null,
      createTime: key.createdAt,
      enableReading: key.permissions.canRead,
      enableSpotAndMarginTrading: key.permissions.canTrade,
      enableWithdrawals: false,
      enableInternalTransfer: false,
      enableMargin: false,
      enableFutures: false,
      permitsUniversalTransfer: false,
      enableVanillaOptions: false,
      enableFixApiTrade: false,
      enableFixReadOnly: false,
      enablePortfolioMarginTrading: false,
    }),
});

/** What an account owns, in the words of the wallet. */
export const userAssets = defineSigned({
  rest: { method: 'POST', path: '/sapi/v3/asset/getUserAsset' },
  socketMethod: null,
  security: 'userData',
  parameters: { asset: optional(symbolName), needBtcValuation: defaulted(yesOrNo, false) },
  weigh: costs(5),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { accountId } }) => {
    const decimals = decimalsOf(world);
    const owned = world.exchange
      .balances(accountId)
      .filter(({ asset }) => parameters.asset === null || parameters.asset === asset)
      .filter(({ free, locked }) => free > 0n || locked > 0n);
    return answer(
      owned.map(({ asset, free, locked }) => ({
        asset,
        free: fixedText(free, decimals(asset)),
        locked: fixedText(locked, decimals(asset)),
        freeze: '0',
        withdrawing: '0',
        ipoable: '0',
        btcValuation: '0',
      })),
    );
  },
});

/** What trades cost, market by market. */
export const tradeFees = defineSigned({
  rest: { method: 'GET', path: '/sapi/v1/asset/tradeFee' },
  socketMethod: null,
  security: 'userData',
  parameters: { symbol: optional(symbolName) },
  weigh: costs(1),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters, account: { standardCommission } }) => {
    const { symbol: wanted } = parameters;
    const markets = world.exchange.symbols().filter(({ symbol }) => wanted === null || wanted === symbol);
    if (wanted !== null && markets.length === 0) return binanceError(-1121, 'Invalid symbol.');
    const makerCommission = rateText(standardCommission.maker);
    const takerCommission = rateText(standardCommission.taker);
    return answer(markets.map(({ symbol }) => ({ symbol, makerCommission, takerCommission })));
  },
});

/** Which markets can be traded with borrowed money: none. Clients ask for that while they load the spot markets. */
export const marginPairs = noPairs('/sapi/v1/margin/allPairs');
export const isolatedMarginPairs = noPairs('/sapi/v1/margin/isolated/allPairs');

function noPairs(path: string): Endpoint {
  return defineSigned({
    rest: { method: 'GET', path },
    socketMethod: null,
    security: 'userData',
    parameters: {},
    weigh: costs(1),
    ordersPlaced: NO_ORDERS,
    handle: () => answer([]),
  });
}
