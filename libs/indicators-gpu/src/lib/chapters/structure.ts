export { pivotPoints } from '../structure/pivot-points/pivot-points.ts';
export { pivots } from '../structure/pivots/pivots.ts';
export { rollingPivots } from '../structure/rolling-pivots/rolling-pivots.ts';
export { zigzag } from '../structure/zigzag/zigzag.ts';
