import * as execution from './index.ts';

describe('the public face of the library', () => {
  it('is what a shell needs to run the step, and nothing of its inside', () => {
    expect(Object.keys(execution).sort()).toEqual([
      'Agenda',
      'TradingRun',
      'WarmUpGate',
      'dropRepeatedBars',
      'historyStart',
      'openDesk',
      'readState',
      'runSteps',
      'startTrading',
      'throughBarVenue',
      'tradingStep',
      'workingOrder',
      'writeState',
    ]);
  });
});
