import { markPureCalls } from './pure-calls.ts';

const declared = `// @__NO_SIDE_EFFECTS__
function period(size) {
  return { size };
}
/* @__NO_SIDE_EFFECTS__ */
function define(options) {
  return options;
}
function start() {
  return period(1);
}
`;

describe('the calls of functions without side effects', () => {
  it('are marked where they are made while the file loads, inner ones too', () => {
    expect(markPureCalls(`${declared}var sma = define({ period: period(20) });\n`)).toBe(
      `${declared}var sma = /* @__PURE__ */ define({ period: /* @__PURE__ */ period(20) });\n`,
    );
  });

  it('are left alone in functions, in words, and where others are called', () => {
    const others = `${declared}var open = () => period(3);\nvar about = "period(3)";\nvar one = start();\n`;
    expect(markPureCalls(others)).toBe(others);
  });
});
