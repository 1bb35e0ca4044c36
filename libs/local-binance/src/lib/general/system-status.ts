import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';

/** Whether the exchange is under maintenance, which it never is: clients ask before they begin. */
export const systemStatus = definePublic({
  rest: { method: 'GET', path: '/sapi/v1/system/status' },
  socketMethod: null,
  security: 'none',
  parameters: {},
  weigh: costs(1),
  handle: () => answer({ status: 0, msg: 'normal' }),
});
