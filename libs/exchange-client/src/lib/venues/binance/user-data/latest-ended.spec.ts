import { LatestEnded } from './latest-ended.ts';
import { OrderRecord } from './order-record.ts';

const record = (clientOrderId: string) => new OrderRecord('BTCUSDT', clientOrderId);

describe('the latest orders that have ended', () => {
  it('lets go of the oldest for each that is too many', () => {
    const ended = new LatestEnded(2);
    const gone = ['os-1', 'os-2', 'os-3', 'os-4'].map((id) => ended.add(record(id))?.clientOrderId);
    expect(gone).toEqual([undefined, undefined, 'os-1', 'os-2']);
  });

  it('holds each once, and takes one that has gone as a new one', () => {
    const ended = new LatestEnded(2);
    const [one, two] = [record('os-1'), record('os-2')];
    expect([one, two, two, one].map((each) => ended.add(each))).toEqual([...Array(4).fill(undefined)]);
    expect(ended.add(record('os-3'))).toBe(one);
    expect(ended.add(one)).toBe(two);
  });
});
