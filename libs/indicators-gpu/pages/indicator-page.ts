import { describeRange } from '../src/lib/indicator/option.ts';
import type { OptionRow, Row } from '../src/index.ts';

/** The page of one indicator, in Markdown, made from its row alone. */
export function indicatorPage(row: Row): string {
  const sections = [
    `# ${row.title} (\`${row.name}\`)`,
    row.about,
    `![${row.title} over the sample market](../images/indicators/${row.name}.svg)`,
    ['```text', row.formula, '```'].join('\n'),
    ['```ts', ...example(row), '```'].join('\n'),
    `## Options\n\n${optionList(row.options)}`,
    `## Values\n\n${facts(row)
      .map((fact) => `- ${fact}`)
      .join('\n')}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function example(row: Row): string[] {
  const [input = 'close'] = row.inputs;
  const from = row.inputs.length === 1 ? input : `{ ${row.inputs.join(', ')} }`;
  const list = row.options.map((option) => `${option.name}: ${literal(option.default)}`).join(', ');
  const options = list === '' ? '' : `{ ${list} }`;
  const { result, note } = received(row);
  const call = (given: string): string => `const ${result} = ${row.name}(${from}${given});${note}`;
  const open = (given: string): string => `const live = ${row.name}.stream(${given});`;
  return [
    `import { ${row.name} } from '@org/indicators-gpu';`,
    '',
    fitting(call(options === '' ? '' : `, ${options}`), call('')),
    fitting(open(options), open('')),
  ];
}

/** Several outputs by their names, unless one of these is taken: by the indicator itself, or by a column it reads. */
function received({ name, inputs, outputs }: Row): { result: string; note: string } {
  const isTaken = outputs.some((output) => output === name || inputs.some((input) => input === output));
  if (outputs.length === 1) return { result: 'values', note: '' };
  if (!isTaken) return { result: `{ ${outputs.join(', ')} }`, note: '' };
  return { result: 'values', note: ` // ${outputs.map((output) => `.${output}`).join(', ')}` };
}

/** The line, or the shorter one where it would be too long to read; the options are listed below anyway. */
const fitting = (line: string, shorter: string): string => (line.length <= 110 ? line : shorter);

const literal = (value: number | string): string =>
  typeof value === 'string' ? `'${value}'` : String(value);

function optionList(options: readonly OptionRow[]): string {
  if (options.length === 0) return 'None.';
  const line = (option: OptionRow) =>
    `- \`${option.name}\` (${literal(option.default)} unless given; ${describeRange(option)}): ${option.meaning}`;
  return options.map(line).join('\n');
}

function facts(row: Row): string[] {
  return [
    `Reads ${row.inputs.map(code).join(', ')}; gives ${row.outputs.map(code).join(', ')}.`,
    `Unit: ${row.unit === 'price' ? 'that of the prices' : row.unit}${row.range === undefined ? '' : `, from ${row.range[0]} to ${row.range[1]}`}.`,
    warmUp(row),
    stability(row),
    afterHole(row),
    row.overlay ? 'Drawn over the prices.' : 'Drawn in a chart of its own.',
    ...Object.entries(row.shift()).map(([output, bars = 0]) => shifted(output, bars)),
    ...(row.cost === undefined ? [] : ['The time of a bar grows with the period.']),
    ...(row.talib === undefined ? [] : [`In TA-Lib: ${row.talib.name}.`]),
  ];
}

function warmUp(row: Row): string {
  const index = `index ${row.warmUp()} with the options above`;
  if (row.sparse === 'calendar') return 'First values with the second session of the data.';
  if (row.sparse === 'events')
    return `Values only where something is confirmed, from ${index} at the earliest.`;
  return `All values from ${index} on; NaN before.`;
}

function stability(row: Row): string {
  const index = row.stableAfter();
  if (row.memory === 'window') return 'Depends on the bars of its window alone.';
  if (index === Infinity) return 'Depends on where the data starts, for ever.';
  return `Forgets where the data starts: from index ${index} on by less than 1e-12 of the difference.`;
}

function afterHole(row: Row): string {
  const hole = 'A value that is not finite is a hole: NaN there, and the next bar counts as the first';
  return row.memory === 'window' ? `${hole}, so a window full of clean bars is exact.` : `${hole}.`;
}

const shifted = (output: string, bars: number): string =>
  `${code(output)} is drawn ${Math.abs(bars)} bars ${bars > 0 ? 'ahead' : 'back'}; the column itself is not moved.`;

const code = (name: string): string => `\`${name}\``;
