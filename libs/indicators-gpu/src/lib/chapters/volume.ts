import { ad } from '../volume/ad/ad.ts';
import { adosc } from '../volume/adosc/adosc.ts';
import { cmf } from '../volume/cmf/cmf.ts';
import { kvo } from '../volume/kvo/kvo.ts';
import { obv } from '../volume/obv/obv.ts';

/** All of the chapter, by name. */
export const volume = [ad, adosc, cmf, kvo, obv];
