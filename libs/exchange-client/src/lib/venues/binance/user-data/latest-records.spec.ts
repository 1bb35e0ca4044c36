import { LatestRecords } from './latest-records.ts';
import { OrderRecord } from './order-record.ts';

const record = (clientOrderId: string) => new OrderRecord('BTCUSDT', clientOrderId);

describe('the latest records', () => {
  it('lets go of the oldest for each that is too many', () => {
    const latest = new LatestRecords(2);
    const gone = ['os-1', 'os-2', 'os-3', 'os-4'].map((id) => latest.add(record(id))?.clientOrderId);
    expect(gone).toEqual([undefined, undefined, 'os-1', 'os-2']);
  });

  it('holds each once, and takes one that has gone as a new one', () => {
    const latest = new LatestRecords(2);
    const [one, two] = [record('os-1'), record('os-2')];
    expect([one, two, two, one].map((each) => latest.add(each))).toEqual([...Array(4).fill(undefined)]);
    expect(latest.add(record('os-3'))).toBe(one);
    expect(latest.add(one)).toBe(two);
  });
});
