import { avgdev } from '../statistics/avgdev/avgdev.ts';
import { beta } from '../statistics/beta/beta.ts';
import { correl } from '../statistics/correl/correl.ts';
import { linearreg } from '../statistics/linearreg/linearreg.ts';
import { linearregAngle } from '../statistics/linearreg-angle/linearreg-angle.ts';
import { linearregIntercept } from '../statistics/linearreg-intercept/linearreg-intercept.ts';
import { linearregSlope } from '../statistics/linearreg-slope/linearreg-slope.ts';
import { max } from '../statistics/max/max.ts';
import { min } from '../statistics/min/min.ts';
import { stddev } from '../statistics/stddev/stddev.ts';
import { tsf } from '../statistics/tsf/tsf.ts';
import { variance } from '../statistics/variance/variance.ts';

/** All of the chapter, by name. */
export const statistics = [
  avgdev,
  beta,
  correl,
  linearreg,
  linearregAngle,
  linearregIntercept,
  linearregSlope,
  max,
  min,
  stddev,
  tsf,
  variance,
];
