import { ZERO } from '@org/domain';
import { answer, costs, NO_ORDERS } from '../endpoints/answers.ts';
import { defineSigned } from '../endpoints/define-endpoint.ts';
import { decimalsOf } from '../orders/told-order.ts';
import { defaulted } from '../parameters/parameter.ts';
import { yesOrNo } from '../parameters/words.ts';
import { fixedText } from '../wire/decimal-text.ts';
import { basisPoints } from '../wire/rate-text.ts';
import type { World } from '../world/world.ts';
import { ratesShape } from './commission-shape.ts';
import { userId } from './user-id.ts';

export const accountInformation = defineSigned({
  rest: { method: 'GET', path: '/api/v3/account' },
  socketMethod: 'account.status',
  security: 'userData',
  parameters: { omitZeroBalances: defaulted(yesOrNo, false) },
  weigh: costs(20),
  ordersPlaced: NO_ORDERS,
  handle: ({ world, parameters: { omitZeroBalances }, account }) => {
    const { accountId, standardCommission, canTrade } = account;
    return answer({
      makerCommission: basisPoints(standardCommission.maker),
      takerCommission: basisPoints(standardCommission.taker),
      buyerCommission: basisPoints(standardCommission.buyer),
      sellerCommission: basisPoints(standardCommission.seller),
      commissionRates: ratesShape(standardCommission),
      canTrade,
      canWithdraw: false,
      canDeposit: false,
      brokered: false,
      requireSelfTradePrevention: false,
      preventSor: false,
      updateTime: world.records.accounts.updatedAt(accountId),
      accountType: 'SPOT',
      balances: balancesShape(world, accountId, omitZeroBalances),
      permissions: ['SPOT'],
      uid: userId(accountId),
    });
  },
});

/** What an account has of every asset that is traded, or of those that it has something of. */
function balancesShape(world: World, accountId: string, omitsZeros: boolean) {
  const held = new Map(world.exchange.balances(accountId).map((balance) => [balance.asset, balance]));
  const decimals = decimalsOf(world);
  const assets = omitsZeros ? [...held.keys()] : [...new Set([...tradedAssets(world), ...held.keys()])];
  return assets
    .map((asset) => held.get(asset) ?? { asset, free: ZERO, locked: ZERO })
    .filter(({ free, locked }) => !omitsZeros || free > 0n || locked > 0n)
    .map(({ asset, free, locked }) => ({
      asset,
      free: fixedText(free, decimals(asset)),
      locked: fixedText(locked, decimals(asset)),
    }));
}

function tradedAssets({ exchange }: World): readonly string[] {
  return exchange.symbols().flatMap(({ base, quote }) => [base.code, quote.code]);
}
