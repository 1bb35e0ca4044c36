import type { Endpoint } from '../endpoints/endpoint.ts';
import { cancelList } from './cancel-list.ts';
import { placeOco } from './place-oco.ts';
import { placeOldOco } from './place-old-oco.ts';
import { placeOpo, placeOpoco } from './place-opo.ts';
import { placeOto, placeOtoco } from './place-oto.ts';
import { queryAllLists, queryList, queryOpenLists } from './query-lists.ts';

/** To place orders that depend on each other, to take them back, and to ask what became of them. */
export const LIST_ENDPOINTS: readonly Endpoint[] = [
  placeOco,
  placeOto,
  placeOtoco,
  placeOpo,
  placeOpoco,
  placeOldOco,
  cancelList,
  queryList,
  queryAllLists,
  queryOpenLists,
];
