import { OrderRecord } from './order-record.ts';
import { RecordIndex } from './record-index.ts';

describe('the index of records', () => {
  it('finds a record by each of its names, on its own market alone', () => {
    const index = new RecordIndex();
    const record = new OrderRecord('BTCUSDT', 'os-1');
    index.add(record);
    index.addVenueId(record, '7');
    expect([index.named('BTCUSDT', 'os-1'), index.withVenueId('BTCUSDT', '7')]).toEqual([record, record]);
    expect([index.named('ETHBTC', 'os-1'), index.withVenueId('ETHBTC', '7')]).toEqual([undefined, undefined]);
    expect(index.named('BTCUSDT', '7')).toBeUndefined();
  });

  it('leaves a name with the record that took it last', () => {
    const index = new RecordIndex();
    const [first, second] = [new OrderRecord('BTCUSDT', 'os-1'), new OrderRecord('BTCUSDT', 'os-1')];
    index.add(first);
    index.add(second);
    index.remove(first);
    expect(index.named('BTCUSDT', 'os-1')).toBe(second);
    index.remove(second);
    expect(index.all).toEqual([]);
  });
});
