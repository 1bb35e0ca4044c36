import { httpPayload, socketPayload } from './signed-payload.ts';

describe('what is signed over HTTP', () => {
  it.each([
    ['a=1&b=2&signature=f0', '', 'a=1&b=2'],
    ['', 'a=1&b=2&signature=f0', 'a=1&b=2'],
    ['a=1', 'b=2&signature=f0', 'a=1b=2'],
    ['signature=f0&a=1&b=2', '', 'a=1&b=2'],
    ['a=1&signature=f0&b=2', '', 'a=1&b=2'],
    ['signature=f0', 'a=1', 'a=1'],
    ['a=%E4%B8%80&b=1%2B1&signature=f0', '', 'a=%E4%B8%80&b=1%2B1'],
  ])('of the query %p and the body %p is %p', (query, body, payload) => {
    expect(httpPayload(query, body)).toEqual({ payload, signature: 'f0' });
  });

  it('is everything where there is no signature', () => {
    expect(httpPayload('a=1', 'mysignature=2')).toEqual({ payload: 'a=1mysignature=2', signature: null });
  });

  it.each([
    ['a%2Bb%2F%3D%3D', 'a+b/=='],
    ['a/b==', 'a/b=='],
    ['a+b', 'a b'],
    ['%E4', ''],
  ])('goes with the signature %p, which means %p', (sent, signature) => {
    expect(httpPayload(`a=1&signature=${sent}`, '')).toEqual({ payload: 'a=1', signature });
  });
});

describe('what is signed over a socket', () => {
  it('is every parameter sorted by name and as it is', () => {
    const parameters = new Map([
      ['timestamp', '1'],
      ['signature', 'f0'],
      ['symbol', '１２３４５６'],
      ['apiKey', 'key'],
      ['newClientOrderId', 'a:b/c'],
    ]);
    expect(socketPayload(parameters)).toEqual({
      payload: 'apiKey=key&newClientOrderId=a:b/c&symbol=１２３４５６&timestamp=1',
      signature: 'f0',
    });
  });
});
