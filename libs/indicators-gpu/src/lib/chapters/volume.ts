export { ad } from '../volume/ad/ad.ts';
export { adosc } from '../volume/adosc/adosc.ts';
export { cmf } from '../volume/cmf/cmf.ts';
export { kvo } from '../volume/kvo/kvo.ts';
export { obv } from '../volume/obv/obv.ts';
