import { avgprice } from '../price/avgprice/avgprice.ts';
import { heikinAshi } from '../price/heikin-ashi/heikin-ashi.ts';
import { medprice } from '../price/medprice/medprice.ts';
import { typprice } from '../price/typprice/typprice.ts';
import { wclprice } from '../price/wclprice/wclprice.ts';

/** All of the chapter, by name. */
export const price = [avgprice, heikinAshi, medprice, typprice, wclprice];
