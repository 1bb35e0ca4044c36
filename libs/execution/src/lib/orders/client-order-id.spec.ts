import fc from 'fast-check';
import { clientOrderId, orderIdStart, sequenceOf } from './client-order-id.ts';

describe('client order ids', () => {
  it('are the prefix, a dash and the number', () => {
    expect(clientOrderId(orderIdStart('os1'), 42)).toBe('os1-42');
  });

  it('give their number back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{1,16}$/), fc.integer({ min: 1 }), (prefix, sequence) => {
        expect(sequenceOf(clientOrderId(orderIdStart(prefix), sequence), prefix)).toBe(sequence);
      }),
    );
  });

  it('stay within the 36 characters that the exchange allows', () => {
    expect(clientOrderId(orderIdStart('a'.repeat(16)), Number.MAX_SAFE_INTEGER).length).toBeLessThanOrEqual(
      36,
    );
  });

  it.each(['web_1', 'os1-', 'os1-4x', 'os14-2', 'os2-4', '', 'os1'])('are not found in %j', (id) => {
    expect(sequenceOf(id, 'os1')).toBe(-1);
  });
});
