import type { CommissionRates, ExchangeAccount } from '@org/simulator';
import { rateText } from '../wire/rate-text.ts';

export function ratesShape({ maker, taker, buyer, seller }: CommissionRates) {
  return {
    maker: rateText(maker),
    taker: rateText(taker),
    buyer: rateText(buyer),
    seller: rateText(seller),
  };
}

export function discountShape({ discount }: ExchangeAccount) {
  return {
    enabledForAccount: discount.isEnabled,
    enabledForSymbol: true,
    discountAsset: discount.asset,
    discount: rateText(discount.multiplier),
  };
}
