/**
 * What a person allows. Fractions are of equity unless said otherwise: 0.01 is 1%. `null` switches a limit off.
 */
export interface RiskLimits {
  /** The most of equity that one entry may spend. */
  readonly amountPerTrade: number;
  /** The share of equity that is lost when the stop of one entry is hit; null sizes by `amountPerTrade` alone. */
  readonly riskPerTrade: number | null;
  /** How far below the entry the stop lies, as a fraction of the entry price. */
  readonly stopLoss: number | null;
  /** How many times the stop's distance the target lies above the entry. */
  readonly takeProfitRatio: number | null;
  /** The most of equity that may be held in one market, orders included. */
  readonly maxPosition: number | null;
  /** How many entry orders may be open at once. */
  readonly maxOpenOrders: number | null;
  /** The share of the day's first equity (00:00 UTC) that may be lost in a day. */
  readonly dailyLoss: number | null;
  /** The share of the highest equity that may be lost before a person must look. */
  readonly maxDrawdown: number | null;
}

/** Careful on purpose: a newcomer's mistake costs little. */
export const DEFAULT_RISK_LIMITS: RiskLimits = {
  amountPerTrade: 0.25,
  riskPerTrade: 0.01,
  stopLoss: 0.03,
  takeProfitRatio: 3,
  maxPosition: 0.5,
  maxOpenOrders: 20,
  dailyLoss: 0.05,
  maxDrawdown: 0.25,
};
