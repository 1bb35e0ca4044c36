import { restOutcome } from './rest-outcome.ts';

const reply = (status: number, body: string) => ({ kind: 'reply', status, headers: {}, body }) as const;

describe('what became of a request', () => {
  it('is an answer where the exchange gives one', () => {
    expect(restOutcome(reply(200, '{"orderId":7}'))).toEqual({ kind: 'answer', body: { orderId: 7 } });
  });

  it.each([
    [400, -2010, 'Account has insufficient balance for requested action.'],
    [400, -1013, 'Filter failure: LOT_SIZE'],
    [401, -2015, 'Invalid API-key, IP, or permissions for action.'],
    [429, -1003, 'Too many requests.'],
    [418, -1003, 'Way too much request weight used; IP banned until 1700000000000.'],
  ])('is a refusal with status %i and code %i', (status, code, message) => {
    expect(restOutcome(reply(status, JSON.stringify({ code, msg: message })))).toEqual({
      ...{ kind: 'refusal', status, code, message },
      data: undefined,
    });
  });

  it('keeps both halves of a cancel-and-replace that did one of them', () => {
    const data = { cancelResult: 'SUCCESS', newOrderResult: 'FAILURE' };
    const body = { code: -2021, msg: 'Order cancel-replace partially failed.', data };
    expect(restOutcome(reply(409, JSON.stringify(body)))).toMatchObject({
      kind: 'refusal',
      status: 409,
      data,
    });
  });

  it.each([-1000, -1001, -1006, -1007, -1008, -1016])(
    'is unknown with code %i, whatever the status',
    (code) => {
      const body = JSON.stringify({ code, msg: 'Timeout waiting for response from backend server.' });
      for (const status of [400, 408, 503]) {
        expect(restOutcome(reply(status, body))).toMatchObject({
          kind: 'unknown',
          reason: 'serverError',
          status,
          code,
        });
      }
    },
  );

  it.each([
    ['<html><h1>502 Bad Gateway</h1>\n</html>', '502 Bad Gateway'],
    ['', 'an empty answer'],
    ['{"code":"x"}', '{"code":"x"}'],
    ['null', 'null'],
    ['x'.repeat(1000), `${'x'.repeat(200)}…`],
  ])('is unknown behind a 502 that is no error of the exchange', (body, message) => {
    expect(restOutcome(reply(502, body))).toEqual({
      ...{ kind: 'unknown', reason: 'serverError', status: 502, code: null },
      message,
    });
  });

  it('is a refusal where a firewall answers with its own page', () => {
    expect(restOutcome(reply(403, '<html>Forbidden</html>'))).toMatchObject({
      ...{ kind: 'refusal', status: 403, code: 0, message: 'Forbidden' },
    });
  });

  it('is unknown where the answer breaks off', () => {
    expect(restOutcome(reply(200, '{"orderId":7'))).toMatchObject({ kind: 'unknown', reason: 'unreadable' });
  });

  it('is unknown where it may have arrived, and not sent where it cannot have', () => {
    const failure = { kind: 'failure', message: 'other side closed' } as const;
    expect(restOutcome({ ...failure, reason: 'cut', mayHaveArrived: true })).toMatchObject({
      ...{ kind: 'unknown', reason: 'cut', status: null },
    });
    expect(restOutcome({ ...failure, reason: 'refused', mayHaveArrived: false })).toEqual({
      ...{ kind: 'notSent', reason: 'refused', message: 'other side closed' },
    });
  });
});
