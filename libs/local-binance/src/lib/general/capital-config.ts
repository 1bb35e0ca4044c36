import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { fixedText } from '../wire/decimal-text.ts';

/** What a client asks for its list of assets while it loads markets, with what the account owns of each. */
export const capitalConfig = defineSigned({
  rest: { method: 'GET', path: '/sapi/v1/capital/config/getall' },
  socketMethod: null,
  security: 'userData',
  parameters: {},
  weigh: costs(10),
  ordersPlaced: NO_ORDERS,
  handle: ({ world: { exchange }, account }) => {
    const balances = new Map(exchange.balances(account.accountId).map((balance) => [balance.asset, balance]));
    const assets = new Map(
      exchange.symbols().flatMap(
        ({ base, quote }) =>
          [
            [base.code, base.decimals],
            [quote.code, quote.decimals],
          ] as const,
      ),
    );
    return answer(
      [...assets].map(([asset, decimals]) => {
        const balance = balances.get(asset);
        return assetShape(
          asset,
          fixedText(balance?.free ?? 0n, decimals),
          fixedText(balance?.locked ?? 0n, decimals),
        );
      }),
    );
  },
});

/** Nothing can be paid in or out over a network: there is none. */
function assetShape(coin: string, free: string, locked: string): object {
  return {
    coin,
    depositAllEnable: false,
    withdrawAllEnable: false,
    name: coin,
    free,
    locked,
    freeze: '0',
    withdrawing: '0',
    ipoing: '0',
    ipoable: '0',
    storage: '0',
    isLegalMoney: false,
    trading: true,
    networkList: [],
  };
}
