import { definePublic } from '../endpoints/define-endpoint.ts';
import { weighing } from '../endpoints/weights.ts';

export const ping = definePublic({
  rest: { method: 'GET', path: '/api/v3/ping' },
  socketMethod: 'ping',
  security: 'none',
  parameters: {},
  weigh: weighing(1),
  handle: () => ({ kind: 'answer', body: {} }),
});

/** The protocol's time: what timestamps are measured by. The market's own may run faster. */
export const serverTime = definePublic({
  rest: { method: 'GET', path: '/api/v3/time' },
  socketMethod: 'time',
  security: 'none',
  parameters: {},
  weigh: weighing(1),
  handle: ({ world }) => ({ kind: 'answer', body: { serverTime: world.protocolTime.now() } }),
});
