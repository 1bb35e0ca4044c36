import { accbands } from '../overlap/accbands/accbands.ts';
import { alma } from '../overlap/alma/alma.ts';
import { bbands } from '../overlap/bbands/bbands.ts';
import { dema } from '../overlap/dema/dema.ts';
import { donchian } from '../overlap/donchian/donchian.ts';
import { ema } from '../overlap/ema/ema.ts';
import { hma } from '../overlap/hma/hma.ts';
import { kama } from '../overlap/kama/kama.ts';
import { keltner } from '../overlap/keltner/keltner.ts';
import { ma } from '../overlap/ma/ma.ts';
import { midpoint } from '../overlap/midpoint/midpoint.ts';
import { midprice } from '../overlap/midprice/midprice.ts';
import { rollingVwap } from '../overlap/rolling-vwap/rolling-vwap.ts';
import { sar } from '../overlap/sar/sar.ts';
import { sarext } from '../overlap/sarext/sarext.ts';
import { sma } from '../overlap/sma/sma.ts';
import { t3 } from '../overlap/t3/t3.ts';
import { tema } from '../overlap/tema/tema.ts';
import { trima } from '../overlap/trima/trima.ts';
import { vwap } from '../overlap/vwap/vwap.ts';
import { wma } from '../overlap/wma/wma.ts';

/** All of the chapter, by name. */
export const overlap = [
  accbands,
  alma,
  bbands,
  dema,
  donchian,
  ema,
  hma,
  kama,
  keltner,
  ma,
  midpoint,
  midprice,
  rollingVwap,
  sar,
  sarext,
  sma,
  t3,
  tema,
  trima,
  vwap,
  wma,
];
