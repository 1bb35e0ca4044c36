import fc from 'fast-check';
import { Redactor } from './redactor.ts';

describe('redaction of text', () => {
  it('hides protected values wherever they stand', () => {
    const redactor = new Redactor();
    redactor.protect('hunter2');
    expect(redactor.redact('a hunter2, "hunter2", xhunter2x')).toBe('a [secret], "[secret]", x[secret]x');
  });

  it('hides them as they stand in addresses and JSON', () => {
    const redactor = new Redactor();
    redactor.protect('a+b/"c');
    expect(redactor.redact(`x ${encodeURIComponent('a+b/"c')} ${JSON.stringify(['a+b/"c'])}`)).toBe(
      'x [secret] ["[secret]"]',
    );
  });

  it('hides the longer of two that overlap', () => {
    const redactor = new Redactor();
    redactor.protect('hunter');
    redactor.protect('hunter2000');
    expect(redactor.redact('hunter2000 hunter')).toBe('[secret] [secret]');
  });

  it('ignores values of less than four letters, which would stand in other words', () => {
    const redactor = new Redactor();
    redactor.protect('');
    redactor.protect('abc');
    expect(redactor.redact('abcdef')).toBe('abcdef');
  });

  it('hides any protected value in any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'[secret]'.includes(secret));
        const redactor = new Redactor();
        redactor.protect(secret);
        expect(redactor.redact(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });

  it.each([
    ['https://me:hunter2@host/path', 'https://[secret]@host/path'],
    ['redis://:hunter2@host:6379', 'redis://[secret]@host:6379'],
    ['/api/v3/order?side=BUY&signature=hunter2&x=1', '/api/v3/order?side=BUY&signature=[secret]&x=1'],
    ['listenKey=hunter2', 'listenKey=[secret]'],
    ['{"apiKey":"hunter2","side":"BUY"}', '{"apiKey":"[secret]","side":"BUY"}'],
    ['{"apiSecret": "hun\\"ter2"}', '{"apiSecret": "[secret]"}'],
    ['X-MBX-APIKEY: hunter2', 'X-MBX-APIKEY: [secret]'],
    ['Authorization: Bearer hunter2', 'Authorization: [secret]'],
    ['authorization:basic hunter2', 'authorization:[secret]'],
    ['api_key = hunter2', 'api_key = [secret]'],
    ['BINANCE_API_SECRET="hunter2 too"', 'BINANCE_API_SECRET="[secret]"'],
    ["{ apiKey: 'hunter2', side: 'BUY' }", "{ apiKey: '[secret]', side: 'BUY' }"],
    ['{ apiKey: hunter2 }', '{ apiKey: [secret] }'],
    ['{"body":"{\\"apiKey\\":\\"hunter2\\"}"}', '{"body":"{\\"apiKey\\":\\"[secret]"}'],
    ['%26signature%3Dhunter2', '%26signature%3D[secret]'],
    [
      'key -----BEGIN PRIVATE KEY-----\nhunter2\nhunter2\n-----END PRIVATE KEY----- end',
      'key -----BEGIN PRIVATE KEY-----[secret]-----END PRIVATE KEY----- end',
    ],
    ['-----BEGIN EC PRIVATE KEY-----\nhunter2, cut', '-----BEGIN EC PRIVATE KEY-----[secret]'],
  ])('hides what stands where secrets stand: %s', (text, hidden) => {
    expect(new Redactor().redact(text)).toBe(hidden);
  });

  it.each([
    'price=5',
    'order BTCUSDT: filled',
    'no secret: {}',
    'a token, "lost"',
    'https://host/a?b=c',
    'me@host',
    '',
  ])('leaves %j alone', (text) => {
    expect(new Redactor().redact(text)).toBe(text);
  });
});
