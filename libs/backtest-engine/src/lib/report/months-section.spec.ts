import { monthsSection } from './months-section.ts';

describe('the heatmap of months', () => {
  it('colours gains and losses, months and years', () => {
    const months = [
      { year: 2023, month: 0, rate: 0.03 },
      { year: 2024, month: 0, rate: -0.02 },
    ];
    const text = monthsSection(months).text;
    expect(text).toMatch(/<td class="gain" [^>]*><span class="wide">\+3\.0%/);
    expect(text).toMatch(/<td class="total gain"><span class="wide">\+3\.0%/);
    expect(text).toMatch(/<td class="total loss"><span class="wide">−2\.0%/);
  });

  it('colours nothing that stands as 0.0%: dust that is held moves equity by less', () => {
    const text = monthsSection([{ year: 2023, month: 0, rate: -0.0004 }]).text;
    expect(text).toMatch(/<td class="even" [^>]*><span class="wide">0\.0%/);
    expect(text).toMatch(/<td class="total even"><span class="wide">0\.0%/);
  });
});
