import type { ReportCell } from '../content';
import { type Beside, type Cause, type Compared, causesOf } from './causes';
import { NO_CHANGES } from './count-changes';

const question = {
  ...{ measure: 'RECEIVED', measureVersion: 1, asAt: '2021-10-01', streams: ['CORPORATE'], stages: [1] },
  ...{
    financialYears: ['2021-22'],
    quarters: null,
    from: null,
    to: null,
    services: null,
    directorates: null,
  },
  ...{ themes: null, channels: null, outcomes: null, routes: null },
};
const cell: ReportCell = {
  ...{ id: 't/r/c', state: 'TOLD', text: '55', value: 55, numerator: null, denominator: null },
  ...{ rag: null, direction: null, missing: null, question },
};
const NOTHING: Beside = { names: { services: [], directorates: [] }, recording: [] };
const told = (value: number, numerator: number | null = null, denominator: number | null = null) => ({
  ...{ value, numerator, denominator, suppressed: false },
});

const compared = (more: Partial<Compared['asked']>, rest: Partial<Compared> = {}): Compared => ({
  asked: {
    ...{ cell, question, measure: 'RECEIVED', was: null, now: null },
    ...{ section: 'S', table: 'T', row: 'R', column: 'C', ...more },
  },
  changes: NO_CHANGES,
  now: told(55),
  ...rest,
});
const kinds = (causes: readonly Cause[]) => causes.map(({ kind }) => kind);

describe('why a figure is another now', () => {
  it('is nothing where it is the same', () => {
    expect(causesOf(compared({}), NOTHING)).toEqual([]);
  });

  it('is the records that came and went, which have to account for it', () => {
    const changes = { ...NO_CHANGES, gained: 3, lost: 1 };
    expect(causesOf(compared({}, { changes, now: told(57) }), NOTHING)).toEqual([
      { kind: 'RECORDS', text: '3 counted now that were not, 1 not counted any longer' },
    ]);
    expect(causesOf(compared({}, { changes, now: told(60) }), NOTHING)).toEqual([
      expect.objectContaining({ kind: 'RECORDS' }),
      { kind: 'UNEXPLAINED', text: '3 more than the records that are known to have changed account for' },
    ]);
  });

  it('is told of a share by both of its parts', () => {
    const rate = {
      measure: 'IN_TIME_RATE',
      cell: { ...cell, value: 0.5, numerator: 5, denominator: 10 },
    } as const;
    const changes = { ...NO_CHANGES, dividedGained: 1, changed: 1 };
    expect(kinds(causesOf(compared(rate, { changes, now: told(0.6, 6, 10) }), NOTHING))).toEqual(['RECORDS']);
    expect(kinds(causesOf(compared(rate, { now: told(0.6, 6, 10) }), NOTHING))).toEqual(['UNEXPLAINED']);
  });

  it('is another definition, which no record accounts for', () => {
    const older = { question: { ...question, measureVersion: 0 } };
    expect(kinds(causesOf(compared(older, { now: told(99) }), NOTHING))).toEqual(['DEFINITION']);
    expect(
      causesOf(compared({ measure: null, question: { ...question, measure: 'GONE' } }), NOTHING)[0],
    ).toEqual({
      ...{ kind: 'DEFINITION', text: 'GONE is no measure any longer' },
    });
  });

  it('is what was recorded, of its own streams alone; else it is not explained', () => {
    const recording = [
      { keepers: ['corporate'], text: 'ours', at: '2021-11-01T00:00:00.000Z' },
      { keepers: ['schools'], text: 'theirs', at: '2021-11-01T00:00:00.000Z' },
    ];
    const lost = compared({}, { now: null });
    expect(causesOf(lost, { ...NOTHING, recording })).toEqual([{ kind: 'RECORDING', text: 'ours' }]);
    expect(kinds(causesOf(lost, NOTHING))).toEqual(['UNEXPLAINED']);
  });

  it('is a name, where the figure is narrowed to it', () => {
    const before = {
      id: 'a',
      name: 'Parking',
      formerNames: [],
      directorateId: 'place',
      directorate: 'Place',
    };
    const after = { ...before, directorate: 'Corporate' };
    const names = { services: [{ id: 'a', before, after }], directorates: [] };
    const narrowed = compared({ question: { ...question, directorates: ['Place'] } });
    expect(causesOf(narrowed, { ...NOTHING, names })).toEqual([
      { kind: 'NAMES', text: 'Parking in Place then, Parking in Corporate now' },
    ]);
    expect(causesOf(compared({}), { ...NOTHING, names })).toEqual([]);
  });
});
