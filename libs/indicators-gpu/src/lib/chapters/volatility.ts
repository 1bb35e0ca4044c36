export { atr } from '../volatility/atr/atr.ts';
export { chop } from '../volatility/chop/chop.ts';
export { natr } from '../volatility/natr/natr.ts';
export { trange } from '../volatility/trange/trange.ts';
