import { conformanceTables, missingFeatures } from './conformance-table.ts';
import { refused, there } from './feature.ts';
import type { FeatureGroup } from './feature.ts';

const GROUPS: readonly FeatureGroup[] = [
  {
    title: 'REST',
    features: [
      there('GET /order', 'it is quick'),
      there('GET /gone'),
      refused('SBE', 'answered in JSON', 'the binary encoding'),
    ],
  },
];
const test = (file: string, fullName: string) => ({ file, fullName });
const TESTS = [
  test('libs/a/orders.spec.ts', 'GET /orderList tells of lists'),
  test('libs/a/order.spec.ts', 'GET /order tells of a | b'),
  test('libs/a/later.spec.ts', 'GET /order tells more'),
  test('libs/a/http.spec.ts', 'the binary encoding is not there'),
];

describe('the tables of conformance', () => {
  it('name the first test of each feature, and what has none is missing', () => {
    expect(conformanceTables(GROUPS, TESTS)).toBe(
      [
        '### REST',
        '',
        '| what         | supported   | shown by                                                                   | known difference |',
        '| ------------ | ----------- | -------------------------------------------------------------------------- | ---------------- |',
        '| `GET /order` | yes         | [order.spec.ts](../libs/a/order.spec.ts): `GET /order tells of a \\| b`     | it is quick      |',
        '| `GET /gone`  | **missing** |                                                                            |                  |',
        '| `SBE`        | no          | [http.spec.ts](../libs/a/http.spec.ts): `the binary encoding is not there` | answered in JSON |',
        '',
      ].join('\n'),
    );
  });

  it('know what is missing: a name is no other that begins like it', () => {
    expect(missingFeatures(GROUPS, TESTS).map(({ name }) => name)).toEqual(['GET /gone']);
    expect(missingFeatures(GROUPS, TESTS.slice(0, 1)).map(({ name }) => name)).toEqual([
      'GET /order',
      'GET /gone',
      'SBE',
    ]);
  });
});
