import { InputError } from '@org/domain';

/**
 * What trading does to the price: the linear model of R. Almgren and N. Chriss, "Optimal execution of portfolio
 * transactions", Journal of Risk 3 (2000), section 1 ("Linear impact functions"). Quantities are in base, prices in quote
 * per base. The unit of time is the caller's (the paper takes days), the same in `volatility`, `temporary` and every
 * duration.
 */
export interface ImpactModel {
  /** σ: the deviation of the price over one unit of time, in quote per base per √time; above 0. */
  readonly volatility: number;
  /** ε: what every unit costs however slowly it trades, half the spread and the fee, in quote per base. */
  readonly fixedCost: number;
  /** η: how much worse the price gets per unit of base traded in a unit of time, gone when the trading stops. */
  readonly temporary: number;
  /** γ: how far the price moves for good per unit of base traded, in quote per base². */
  readonly permanent: number;
}

/**
 * h(v) = ε sgn(v) + ηv: how much worse than the market one unit trades while `rate` (base per unit of time) is traded,
 * in quote per base. Signed as the rate is: a buyer with a positive rate pays that much more.
 */
export function temporaryImpact({ fixedCost, temporary }: ImpactModel, rate: number): number {
  return fixedCost * Math.sign(rate) + temporary * rate;
}

/** γn: how far a trade of `quantity` base moves the price for all who come after, in quote per base, signed as it is. */
export function permanentImpact({ permanent }: ImpactModel, quantity: number): number {
  return permanent * quantity;
}

/**
 * The model in a market that is now as volatile as `volatility` (in the unit of the model's own): temporary and permanent
 * impact grow in proportion to it. The fixed cost stays, since the spread and the fee can be seen.
 *
 * Source: R. Almgren, C. Thum, E. Hauptmann and H. Li, "Direct estimation of equity market impact", Risk 18 (2005),
 * the part on scaling parameters, where impact is measured in units of volatility.
 *
 * @throws InputError `impact-out-of-range` unless both volatilities are finite and above 0
 */
export function atVolatility(model: ImpactModel, volatility: number): ImpactModel {
  requirePositive('volatility', volatility);
  requirePositive('volatility of reference', model.volatility);
  const ratio = volatility / model.volatility;
  return {
    volatility,
    fixedCost: model.fixedCost,
    temporary: model.temporary * ratio,
    permanent: model.permanent * ratio,
  };
}

/** @throws InputError `impact-out-of-range` unless `value` is finite and above 0 */
export function requirePositive(name: string, value: number): void {
  if (value > 0 && Number.isFinite(value)) return;
  throw new InputError('impact-out-of-range', {
    what: `the ${name} of an execution is too small or no number`,
    found: `${value}`,
    allowed: 'above 0',
  });
}
