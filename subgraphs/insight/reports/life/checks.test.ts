import type { ReportContent } from '../content';
import { type Checked, checksOf, readChecks } from './checks';
import { lookedOf } from './moves';
import { cell } from './testing';

const content = (value: number, given: Partial<ReportContent> = {}): ReportContent => ({
  ...{
    title: 'Progress',
    definition: 'progress',
    definitionVersion: 1,
    financialYear: '2021-22',
    upTo: 'Q2',
  },
  ...{ from: '2021-04-01', to: '2021-09-30', asAt: '2021-10-01', partial: [] },
  sections: [
    {
      ...{ key: 'demand', heading: 'Demand', level: 2, rule: null, prompt: 'Say why.', paragraphs: [] },
      blanks: [],
      tables: [
        {
          ...{ key: 't', title: 'Complaints', rowHead: 'Measure', notes: [] },
          columns: [{ key: 'now', label: '2021-22', kind: 'FIGURE' }],
          rows: [{ key: 'r', label: 'Received', cells: [cell('t/r/now', value)] }],
        },
      ],
    },
  ],
  ...given,
});
const settled = (given: Partial<Checked> = {}): Checked => ({
  ...{ content: content(55), published: content(55), definitionVersion: 1, today: '2021-10-15' },
  ...{ said: ['demand'], looked: lookedOf(content(55)), lookedBy: 'olu', openFaults: [], driftedRollups: 0 },
  ...given,
});
const faults = (keeper: string, openFaults: number) => ({
  ...{ keeper, openFaults, quarantinedRows: 0, months: null },
});
const found = (given: Partial<Checked>) =>
  checksOf(settled(given)).map(({ kind, isBlocking, count }) => [kind, isBlocking, count]);

describe('what is to be looked at before a report is frozen', () => {
  it('is nothing where all is settled', () => {
    expect(checksOf(settled())).toEqual([]);
  });

  it.each<[string, Partial<Checked>, unknown]>([
    ['a period that ends today', { today: '2021-09-30' }, ['PERIOD_NOT_OVER', true, 1]],
    [
      'records that end before',
      { content: content(55, { partial: ['ADULTS'] }) },
      ['RECORDS_END_BEFORE', true, 1],
    ],
    ['faults of its stream', { openFaults: [faults('corporate', 2)] }, ['OPEN_FAULTS', true, 2]],
    [
      'faults of the ombudsmen’s register',
      { openFaults: [faults('ombudsman', 1)] },
      ['OPEN_FAULTS', true, 1],
    ],
    ['another definition', { definitionVersion: 2 }, ['DEFINITION_CHANGED', true, 1]],
    ['a section without a word', { said: [] }, ['COMMENTARY_MISSING', true, 1]],
    ['a figure that moved far', { looked: lookedOf(content(20)) }, ['FIGURES_MOVED', true, 1]],
    ['a figure that moved by one', { looked: lookedOf(content(54)) }, ['FIGURES_MOVED', false, 1]],
    ['sums that differ from records', { driftedRollups: 2 }, ['ROLLUPS_DIFFER', false, 2]],
  ])('is told of %s', (_, given, expected) => {
    expect(found(given)).toEqual([expected]);
  });

  it('is not faults of others’ records, unless its figures are of everybody’s', () => {
    const openFaults = [faults('schools', 3)];
    expect(found({ openFaults })).toEqual([]);
    const [section] = content(55).sections;
    const everybodys = cell('t/r/now', 55, { question: null });
    const of = (question: object) => ({ ...everybodys, question: { ...cell('x', 1).question, ...question } });
    const tables = (section?.tables ?? []).map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: [of({ streams: null })] })),
    }));
    const wide = content(55, { sections: [{ ...section, tables }] as ReportContent['sections'] });
    expect(found({ openFaults, content: wide, published: wide })).toEqual([['OPEN_FAULTS', true, 3]]);
  });

  it.each([
    ['2021-03', '2021-03', null],
    ['2021-03', '2021-04', 3],
    ['2021-09', '2021-10', 3],
    ['2021-10', '2021-12', null],
    ['2019-04', '2021-12', 3],
    [null, null, 3],
  ])('is what speaks of the period: of %s to %s', (from, to, count) => {
    const months = [{ from, to, openFaults: 2, quarantinedRows: 1 }];
    expect(found({ openFaults: [{ ...faults('corporate', 2), quarantinedRows: 1, months }] })).toEqual(
      count === null ? [] : [['OPEN_FAULTS', true, count]],
    );
  });

  it('is what the public version leaves out, and what no record can tell', () => {
    const hidden = cell('t/r/now', null, { state: 'SUPPRESSED', text: 'small' });
    const [section] = content(3).sections;
    const tables = (section?.tables ?? []).map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: [hidden] })),
    }));
    const blanks = [{ label: 'Compensation', wouldFill: 'A register of payments' }];
    const now = content(3, { sections: content(3).sections.map((one) => ({ ...one, blanks })) });
    const published = { ...now, sections: [{ ...section, tables }] as ReportContent['sections'] };
    expect(found({ content: now, published, looked: lookedOf(now) })).toEqual([
      ['SMALL_NUMBERS', false, 1],
      ['BLANKS', false, 1],
    ]);
  });

  it('comes with what is in the way first, and is read again as it was kept', () => {
    const checks = checksOf(settled({ driftedRollups: 1, said: [] }));
    expect(checks.map(({ isBlocking }) => isBlocking)).toEqual([true, false]);
    expect(readChecks(JSON.parse(JSON.stringify(checks)))).toEqual(checks);
    expect(() => readChecks([{ kind: 'OTHER' }])).toThrow();
  });
});
