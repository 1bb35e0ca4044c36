export { avgprice } from '../price/avgprice/avgprice.ts';
export { heikinAshi } from '../price/heikin-ashi/heikin-ashi.ts';
export { medprice } from '../price/medprice/medprice.ts';
export { typprice } from '../price/typprice/typprice.ts';
export { wclprice } from '../price/wclprice/wclprice.ts';
