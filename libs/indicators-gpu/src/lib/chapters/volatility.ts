import { atr } from '../volatility/atr/atr.ts';
import { chop } from '../volatility/chop/chop.ts';
import { natr } from '../volatility/natr/natr.ts';
import { trange } from '../volatility/trange/trange.ts';

/** All of the chapter, by name. */
export const volatility = [atr, chop, natr, trange];
