import { FloodGate } from './flood-gate.ts';

describe('a flood gate', () => {
  it('lets one of a kind pass in each span of time', () => {
    const gate = new FloodGate(60_000);
    const passed = [
      gate.passes('maxPosition', 0),
      gate.passes('maxPosition', 59_999),
      gate.passes('dailyLoss', 59_999),
      gate.passes('maxPosition', 60_000),
    ];
    expect(passed).toEqual([true, false, true, true]);
  });

  it('holds up no longer than that where the clock is set back', () => {
    const gate = new FloodGate(60_000);
    const passed = [
      gate.passes('maxPosition', 3_600_000),
      gate.passes('maxPosition', 3_540_001),
      gate.passes('maxPosition', 0),
      gate.passes('maxPosition', 59_999),
    ];
    expect(passed).toEqual([true, false, true, false]);
  });

  it('holds up nothing that is news', () => {
    const gate = new FloodGate(60_000);
    expect([gate.passes(null, 0), gate.passes(null, 0)]).toEqual([true, true]);
  });
});
