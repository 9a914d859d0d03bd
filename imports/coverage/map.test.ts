import { join } from 'node:path';
import fc from 'fast-check';
import { FileRefused, type RawRow } from '../record';
import { testFacts } from '../testing';
import { COVERAGE_COLUMNS } from './columns';
import { mapCoverageRow as mapRow } from './map';
import { measureOf } from './measures';
import { coverage } from './source';

type Cells = Partial<Record<(typeof COVERAGE_COLUMNS)[number], string>>;

function coverageRow(cells: Cells = {}): RawRow {
  const ordinary = {
    stream: 'corporate',
    measure: 'direct_to_stage_2',
    recorded_from: '2021-04-01',
    recorded_to: '',
  };
  return { line: 3, cells: { ...ordinary, granularity: 'day', ...cells } };
}

const mapCoverageRow = (row: RawRow) => mapRow(row, testFacts);

describe('a row of the coverage list', () => {
  it('says which stream recorded which measure, over which days and how finely', () => {
    expect(
      mapCoverageRow(coverageRow({ stream: ' Childrens', recorded_to: '31/03/2022', granularity: 'YEAR' })),
    ).toEqual({
      kind: 'taken',
      identity: 'CHILDRENS/direct_to_stage_2/2021-04-01',
      lastUpdated: null,
      faults: [],
      record: {
        stream: 'CHILDRENS',
        measure: 'direct_to_stage_2',
        kind: 'direct',
        stage: 2,
        recordedFrom: '2021-04-01',
        recordedTo: '2022-03-31',
        granularity: 'year',
        contentHash: expect.any(String),
      },
    });
  });

  it.each([
    ['escalated_to_stage_2', { kind: 'escalated', stage: 2 }],
    ['direct_to_stage_3', { kind: 'direct', stage: 3 }],
    ['escalated_to_ombudsman', { kind: 'referredToOmbudsman', stage: null }],
  ])('may be about %s', (name, measure) => {
    expect(measureOf(name)).toEqual(measure);
    expect(mapCoverageRow(coverageRow({ measure: ` ${name.toUpperCase()} ` }))).toMatchObject({
      record: { ...measure, measure: name },
    });
  });

  it('may be about any stream that there is', () => {
    const further = { streams: ['corporate', 'housing'] };
    expect(mapRow(coverageRow({ stream: ' Housing ' }), further)).toMatchObject({
      record: { stream: 'HOUSING' },
    });
    expect(() => mapRow(coverageRow({ stream: 'adults' }), further)).toThrow(
      'Name one of corporate, housing.',
    );
  });

  it.each([
    ['RECORDED_FROM_UNREADABLE', { recorded_from: '' }],
    ['RECORDED_FROM_UNREADABLE', { recorded_from: '31/02/2021' }],
    ['RECORDED_TO_UNREADABLE', { recorded_to: 'now' }],
    ['RECORDED_TO_BEFORE_FROM', { recorded_to: '2021-03-31' }],
    ['UNKNOWN_GRANULARITY', { granularity: 'week' }],
    ['UNKNOWN_GRANULARITY', { granularity: '' }],
  ])('is quarantined: %s', (code, cells) => {
    expect(mapCoverageRow(coverageRow(cells))).toMatchObject({
      kind: 'quarantined',
      faults: [{ line: 3, code }],
    });
  });

  it.each([
    ['ROW_TOO_SHORT', { kind: 'short', found: 3, expected: 5, beyond: [] }],
    ['ROW_TOO_LONG', { kind: 'long', found: 6, expected: 5, beyond: ['x'] }],
  ] as const)('is quarantined: %s', (code, ragged) => {
    const mapped = mapCoverageRow({ ...coverageRow(), ragged });
    expect(mapped).toMatchObject({ kind: 'quarantined', faults: [{ line: 3, column: null, code }] });
  });

  it('may last one day', () => {
    expect(mapCoverageRow(coverageRow({ recorded_to: '2021-04-01' })).kind).toBe('taken');
  });

  it('is none when it is blank or the header again', () => {
    const blank = Object.fromEntries(COVERAGE_COLUMNS.map((column) => [column, ' ']));
    const header = Object.fromEntries(COVERAGE_COLUMNS.map((column) => [column, column.toUpperCase()]));
    const short = { kind: 'short', found: 1, expected: 5, beyond: [] } as const;
    expect(mapCoverageRow(coverageRow(blank))).toEqual({ kind: 'noRow' });
    expect(mapCoverageRow({ ...coverageRow(blank), ragged: short })).toEqual({ kind: 'noRow' });
    expect(mapCoverageRow(coverageRow(header))).toEqual({ kind: 'noRow' });
  });
});

describe('a name that there is not refuses the file', () => {
  it.each([
    ['UNKNOWN_STREAM', { stream: 'housing' }, 'adults, childrens, corporate, schools'],
    ['UNKNOWN_STREAM', { stream: '' }, 'adults, childrens, corporate, schools'],
    ['UNKNOWN_MEASURE', { measure: 'escalated_to_stage_1' }, 'escalated_to_stage_N'],
    ['UNKNOWN_MEASURE', { measure: 'received' }, 'escalated_to_ombudsman'],
  ])('%s', (code, cells, words) => {
    const attempt = () => mapCoverageRow(coverageRow(cells));
    expect(attempt).toThrow(FileRefused);
    expect(attempt).toThrow(expect.objectContaining({ code }));
    expect(attempt).toThrow(words);
    expect(attempt).toThrow('Line 3');
  });

  it('whatever else is wrong with it', () => {
    expect(measureOf('escalated_to_stage_22')).toBeNull();
    fc.assert(fc.property(fc.string(), (name) => measureOf(`${name}x`) === null));
  });
});

it('the demonstration list is taken whole', async () => {
  const file = join(__dirname, '../../demo/extracts/coverage.csv');
  const identities: string[] = [];
  for await (const batch of coverage.read({ file, maximumBytes: 10_000 })) {
    for (const row of batch) {
      const mapped = coverage.map(row, testFacts);
      if (mapped.kind === 'taken') identities.push(mapped.identity);
    }
  }
  expect(identities).toEqual([
    'CORPORATE/escalated_to_stage_2/2021-04-01',
    'CORPORATE/direct_to_stage_2/2021-04-01',
    'CORPORATE/escalated_to_ombudsman/2019-04-01',
    'CORPORATE/escalated_to_ombudsman/2021-04-01',
    'CHILDRENS/escalated_to_stage_3/2019-04-01',
    'CHILDRENS/escalated_to_stage_3/2021-04-01',
  ]);
});
