import { isBinanceError } from '../errors/binance-error.ts';
import { readSocketRequest } from './socket-request.ts';

function read(text: string) {
  const request = readSocketRequest(text);
  if (isBinanceError(request)) throw new Error(request.msg);
  return request;
}

describe('a request of the WebSocket API', () => {
  it.each([
    ['1', '1'],
    ['-1', '-1'],
    ['9223372036854775807', '9223372036854775807'],
    ['null', 'null'],
    ['"my-id_1"', '"my-id_1"'],
  ])('gives back the id %s as it was sent', (id, idText) => {
    expect(read(`{"id":${id},"method":"ping"}`)).toMatchObject({ idText, method: 'ping' });
  });

  it('keeps numbers as they were written, so that they can be signed', () => {
    const { parameters } = read(
      '{"id":1,"method":"m","params":{"price":0.10,"size":1e-7,"id":12345678901234567890}}',
    );
    expect([...parameters]).toEqual([
      ['price', '0.10'],
      ['size', '1e-7'],
      ['id', '12345678901234567890'],
    ]);
  });

  it('reads everything else as it would stand in a query', () => {
    const text =
      '{"id":1,"method":"m","params":{"a":"x y","b":true,"c":["BTCUSDT","ETHUSDT"],"d":null,"e":[1]}}';
    expect([...read(text).parameters]).toEqual([
      ['a', 'x y'],
      ['b', 'true'],
      ['c', '["BTCUSDT","ETHUSDT"]'],
      ['d', ''],
      ['e', '["1"]'],
    ]);
  });

  it('may name the version of the API', () => {
    expect(read('{"id":1,"method":"v3/order.place"}').method).toBe('order.place');
  });

  it('says whether it wants to hear of limits', () => {
    expect(read('{"id":1,"method":"ping","params":{"returnRateLimits":false}}')).toMatchObject({
      returnRateLimits: false,
      parameters: new Map(),
      signed: new Map([['returnRateLimits', 'false']]),
    });
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    '"ping"',
    '[]',
    '{"id":1}',
    '{"id":1,"method":7}',
    '{"id":1,"method":"ping","params":[]}',
    '{"id":1,"method":"ping","params":"x"}',
    '{"id":1,"method":"ping","params":{"returnRateLimits":"no"}}',
  ])('that reads %s is no request', (text) => {
    expect(readSocketRequest(text)).toMatchObject({ status: 400, code: -1135, msg: 'Invalid JSON Request' });
  });

  it.each(['1.5', '""', '"x y"', '"0123456789012345678901234567890123456"', '{}', '[]', 'true'])(
    'cannot have the id %s',
    (id) => {
      expect(readSocketRequest(`{"id":${id},"method":"ping"}`)).toMatchObject({
        code: -1135,
        msg: "Invalid 'id' in JSON request; expected an integer, a string matching '^[a-zA-Z0-9-_]{1,36}$', or null.",
      });
    },
  );

  it('needs an id', () => {
    expect(readSocketRequest('{"method":"ping"}')).toMatchObject({ code: -1135 });
  });
});
