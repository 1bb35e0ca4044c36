import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { hmacSha256 } from './hmac-sha256.ts';

describe('a signature by a shared secret', () => {
  it('is that of the examples of RFC 4231, with a short key and with one longer than a block', () => {
    expect(hmacSha256('Jefe')('what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(hmacSha256('k'.repeat(131))('')).toBe(
      createHmac('sha256', 'k'.repeat(131)).update('').digest('hex'),
    );
  });

  it('is that of Node for every secret and payload, in whichever order they come', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (secret, payloads) => {
        const sign = hmacSha256(secret);
        for (const payload of payloads)
          expect(sign(payload)).toBe(createHmac('sha256', secret).update(payload).digest('hex'));
      }),
    );
  });

  it('is right for a payload of any length', () => {
    const sign = hmacSha256('secret');
    for (const length of [2730, 2731, 100_000]) {
      const payload = '€'.repeat(length);
      expect(sign(payload)).toBe(createHmac('sha256', 'secret').update(payload).digest('hex'));
    }
  });
});
