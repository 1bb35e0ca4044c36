import { isFrameError, readControlFrame } from './control-frame.ts';

describe('a control frame', () => {
  it.each([
    { method: 'SUBSCRIBE', params: ['btcusdt@trade', 'btcusdt@depth'], id: 1 },
    { method: 'UNSUBSCRIBE', params: ['btcusdt@trade'], id: 'my-own-id' },
    { method: 'LIST_SUBSCRIPTIONS', id: null },
    { method: 'SET_PROPERTY', params: ['combined', true], id: 5 },
    { method: 'GET_PROPERTY', params: ['combined'], id: -2 },
  ])('$method is read', (frame) => {
    expect(readControlFrame(JSON.stringify(frame))).toEqual({ ...frame, id: JSON.stringify(frame.id) });
  });

  it('keeps ids that are larger than a double can hold', () => {
    const text = '{"method":"LIST_SUBSCRIPTIONS","id":1700000000000000001}';
    expect(readControlFrame(text)).toEqual({ method: 'LIST_SUBSCRIPTIONS', id: '1700000000000000001' });
  });

  it.each([
    ['{', 3],
    ['', 3],
    ['7', 2],
    ['null', 2],
    ['[]', 2],
    ['{"id":1}', 2],
    ['{"method":"HELLO","id":1}', 2],
    ['{"method":["SUBSCRIBE"],"id":1}', 2],
    ['{"method":"SUBSCRIBE","params":["a"]}', 2],
    ['{"method":"SUBSCRIBE","params":["a"],"id":1.5}', 2],
    ['{"method":"SUBSCRIBE","params":["a"],"id":"0123456789012345678901234567890123456"}', 2],
    ['{"method":"SUBSCRIBE","params":"a","id":1}', 2],
    ['{"method":"SUBSCRIBE","params":[1],"id":1}', 2],
    ['{"method":"GET_PROPERTY","params":[],"id":1}', 2],
    ['{"method":"SUBSCRIBE","params":["a"],"id":1,"more":2}', 2],
  ])('%s is answered with error %i', (text, code) => {
    const error = readControlFrame(text);
    expect(isFrameError(error) && error.code).toBe(code);
  });
});
