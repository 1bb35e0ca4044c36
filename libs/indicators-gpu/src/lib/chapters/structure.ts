import { pivotPoints } from '../structure/pivot-points/pivot-points.ts';
import { pivots } from '../structure/pivots/pivots.ts';
import { rollingPivots } from '../structure/rolling-pivots/rolling-pivots.ts';
import { zigzag } from '../structure/zigzag/zigzag.ts';

/** All of the chapter, by name. */
export const structure = [pivotPoints, pivots, rollingPivots, zigzag];
