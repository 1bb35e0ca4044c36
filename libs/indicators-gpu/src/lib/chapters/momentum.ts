import { adx } from '../momentum/adx/adx.ts';
import { adxr } from '../momentum/adxr/adxr.ts';
import { apo } from '../momentum/apo/apo.ts';
import { aroon } from '../momentum/aroon/aroon.ts';
import { aroonosc } from '../momentum/aroonosc/aroonosc.ts';
import { bop } from '../momentum/bop/bop.ts';
import { cci } from '../momentum/cci/cci.ts';
import { cmo } from '../momentum/cmo/cmo.ts';
import { connorsRsi } from '../momentum/connors-rsi/connors-rsi.ts';
import { dx } from '../momentum/dx/dx.ts';
import { elderRay } from '../momentum/elder-ray/elder-ray.ts';
import { fisher } from '../momentum/fisher/fisher.ts';
import { imi } from '../momentum/imi/imi.ts';
import { macd } from '../momentum/macd/macd.ts';
import { macdext } from '../momentum/macdext/macdext.ts';
import { macdfix } from '../momentum/macdfix/macdfix.ts';
import { mfi } from '../momentum/mfi/mfi.ts';
import { minusDi } from '../momentum/minus-di/minus-di.ts';
import { minusDm } from '../momentum/minus-dm/minus-dm.ts';
import { mom } from '../momentum/mom/mom.ts';
import { plusDi } from '../momentum/plus-di/plus-di.ts';
import { plusDm } from '../momentum/plus-dm/plus-dm.ts';
import { ppo } from '../momentum/ppo/ppo.ts';
import { roc } from '../momentum/roc/roc.ts';
import { rocp } from '../momentum/rocp/rocp.ts';
import { rocr } from '../momentum/rocr/rocr.ts';
import { rocr100 } from '../momentum/rocr100/rocr100.ts';
import { rsi } from '../momentum/rsi/rsi.ts';
import { stoch } from '../momentum/stoch/stoch.ts';
import { stochf } from '../momentum/stochf/stochf.ts';
import { stochrsi } from '../momentum/stochrsi/stochrsi.ts';
import { trix } from '../momentum/trix/trix.ts';
import { tsi } from '../momentum/tsi/tsi.ts';
import { ultosc } from '../momentum/ultosc/ultosc.ts';
import { willr } from '../momentum/willr/willr.ts';

/** All of the chapter, by name. */
export const momentum = [
  adx,
  adxr,
  apo,
  aroon,
  aroonosc,
  bop,
  cci,
  cmo,
  connorsRsi,
  dx,
  elderRay,
  fisher,
  imi,
  macd,
  macdext,
  macdfix,
  mfi,
  minusDi,
  minusDm,
  mom,
  plusDi,
  plusDm,
  ppo,
  roc,
  rocp,
  rocr,
  rocr100,
  rsi,
  stoch,
  stochf,
  stochrsi,
  trix,
  tsi,
  ultosc,
  willr,
];
