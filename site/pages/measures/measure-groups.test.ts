import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildASTSchema, isEnumType, parse } from 'graphql';
import type { Definition } from './measure-groups';
import { isOfOmbudsmen, isState, measureGroups } from './measure-groups';

const SCHEMA = path.join(__dirname, '..', '..', '..', 'schema', 'supergraph.graphql');
const enumOf = buildASTSchema(parse(readFileSync(SCHEMA, 'utf8')), { assumeValid: true }).getType('Measure');
const MEASURE_NAMES = isEnumType(enumOf) ? enumOf.getValues().map(({ name }) => name) : [];

/** A definition of each measure that the schema has. */
const definitions: readonly Definition[] = MEASURE_NAMES.map((measure) =>
  JSON.parse(
    JSON.stringify({
      ...{
        measure,
        title: measure === 'OPEN' ? 'Open' : measure,
        counts: '',
        polarity: 'LOWER_IS_BETTER',
        unit: 'COUNT',
      },
    }),
  ),
);

describe('the list of measures', () => {
  it('has every measure in one group, and none under Others', () => {
    const groups = measureGroups(definitions);
    expect(groups.map(({ id }) => id)).toEqual([
      'demand',
      'performance',
      'promises',
      'waiting',
      'ombudsmen',
      'outcomes',
    ]);
    expect(MEASURE_NAMES.length).toBeGreaterThan(20);
    const listed = groups.flatMap(({ measures }) => measures.map(({ measure }) => measure));
    expect([...listed].sort()).toEqual([...MEASURE_NAMES].sort());
  });

  it('says which way is better, and where the definition is', () => {
    const [first] = measureGroups(definitions)[3]?.measures ?? [];
    expect(first).toMatchObject({ title: 'Open', href: '/measures/OPEN', better: 'Less is better' });
  });

  it('is empty without definitions', () => {
    expect(measureGroups([])).toEqual([]);
  });

  it('knows the ombudsmen’s and what stands on a day from the others', () => {
    expect(['UPHELD_BY_OMBUDSMAN' as const, 'UPHELD' as const].map(isOfOmbudsmen)).toEqual([true, false]);
    expect(['OVERDUE' as const, 'ANSWERED' as const].map(isState)).toEqual([true, false]);
  });
});
