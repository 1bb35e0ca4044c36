export { atrStop } from '../trend/atr-stop/atr-stop.ts';
export { chandelier } from '../trend/chandelier/chandelier.ts';
export { ichimoku } from '../trend/ichimoku/ichimoku.ts';
export { supertrend } from '../trend/supertrend/supertrend.ts';
export { vortex } from '../trend/vortex/vortex.ts';
