import { isBinanceError } from '../errors/binance-error.ts';
import { outsideWindow, readTiming } from './timing.ts';

const NOW = 1_700_000_000_000;

function check(timestamp: string, recvWindow?: string) {
  const timing = readTiming(timestamp, recvWindow);
  return isBinanceError(timing) ? timing : outsideWindow(timing, NOW);
}

describe('the time of a request', () => {
  it.each([
    [`${NOW}`, undefined],
    [`${NOW + 999}`, undefined],
    [`${NOW - 5000}`, undefined],
    [`${NOW - 60_000}`, '60000'],
    [`${NOW - 1}`, '1'],
    [`${NOW}000`, '0.001'],
    [`${NOW - 1}999`, '0.001'],
    [`${NOW + 999}999`, '0'],
  ])('%s is in time for a window of %s ms', (timestamp, recvWindow) => {
    expect(check(timestamp, recvWindow)).toBeNull();
  });

  it.each([
    [`${NOW - 5001}`, undefined],
    [`${NOW - 2}`, '1'],
    [`${NOW - 1}998`, '0.001'],
    ['1', '60000'],
  ])('%s is too old for a window of %s ms', (timestamp, recvWindow) => {
    const msg = 'Timestamp for this request is outside of the recvWindow.';
    expect(check(timestamp, recvWindow)).toMatchObject({ status: 400, code: -1021, msg });
  });

  it.each([`${NOW + 1000}`, `${NOW + 1000}000`, '99999999999999999999'])('%s is ahead', (timestamp) => {
    const msg = "Timestamp for this request was 1000ms ahead of the server's time.";
    expect(check(timestamp, '60000')).toMatchObject({ status: 400, code: -1021, msg });
  });

  it.each([
    ['', undefined, -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed."],
    [
      '-1',
      undefined,
      -1100,
      "Illegal characters found in parameter 'timestamp'; legal range is '^[0-9]{1,20}$'.",
    ],
    [
      '1',
      '1.2345',
      -1100,
      "Illegal characters found in parameter 'recvWindow'; legal range is '^[0-9]{1,20}(\\.[0-9]{1,3})?$'.",
    ],
    ['1', '60000.001', -1102, "'recvWindow' contains unexpected value. Cannot be greater than 60000."],
  ])('%p with a window of %p is refused with %i', (timestamp, recvWindow, code, msg) => {
    expect(readTiming(timestamp, recvWindow)).toMatchObject({ status: 400, code, msg });
  });
});
