import { atrStop } from '../trend/atr-stop/atr-stop.ts';
import { chandelier } from '../trend/chandelier/chandelier.ts';
import { ichimoku } from '../trend/ichimoku/ichimoku.ts';
import { supertrend } from '../trend/supertrend/supertrend.ts';
import { vortex } from '../trend/vortex/vortex.ts';

/** All of the chapter, by name. */
export const trend = [atrStop, chandelier, ichimoku, supertrend, vortex];
