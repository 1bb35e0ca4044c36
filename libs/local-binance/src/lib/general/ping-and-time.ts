import { definePublic } from '../endpoints/define-endpoint.ts';
import { answer, costs } from '../endpoints/answers.ts';

export const ping = definePublic({
  rest: { method: 'GET', path: '/api/v3/ping' },
  socketMethod: 'ping',
  security: 'none',
  parameters: {},
  weigh: costs(1),
  handle: () => answer({}),
});

/** The protocol's time: what timestamps are measured by. The market's own may run faster. */
export const serverTime = definePublic({
  rest: { method: 'GET', path: '/api/v3/time' },
  socketMethod: 'time',
  security: 'none',
  parameters: {},
  weigh: costs(1),
  handle: ({ world }) => answer({ serverTime: world.protocolTime.now() }),
});
