import { toDay } from '../../domain/calendar/day';
import { judgeBy } from '../pipeline';
import { sources } from '../sources';

const judge = judgeBy(sources, ['corporate', 'schools']);
const facts = {
  today: toDay('2022-01-31'),
  names: { services: [], directorates: [], channels: [], mapped: [] },
};
const coverage = {
  stream: 'corporate',
  measure: 'direct_to_stage_2',
  recorded_from: 'never',
  recorded_to: '',
  granularity: 'day',
};
const row = { source: 'coverage', line: 3, raw: coverage, isRagged: false };

describe('a corrected row', () => {
  it('is judged as if it had come so', () => {
    expect(judge({ ...row, cells: { recorded_from: '01/04/2021' } }, facts)).toMatchObject({
      ...{ kind: 'taken', owner: 'coverage', faults: [] },
      held: { identity: 'CORPORATE/direct_to_stage_2/2021-04-01' },
    });
    expect(judge({ ...row, cells: { recorded_from: '31/02/2021' } }, facts)).toMatchObject({
      kind: 'quarantined',
      faults: [{ code: 'RECORDED_FROM_UNREADABLE' }],
    });
  });

  it('may hold no word that its whole file would be refused for', () => {
    const cells = { recorded_from: '01/04/2021', stream: 'nope' };
    expect(judge({ ...row, cells }, facts)).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('names a stream that there is not'),
    });
  });

  it('has no column that its source has not', () => {
    expect(judge({ ...row, cells: { Stream: 'corporate' } }, facts)).toMatchObject({
      kind: 'unknownColumns',
      unknown: ['Stream'],
    });
  });

  it('is given whole where nobody knows which cell stands under which column', () => {
    const ragged = { ...row, isRagged: true };
    expect(judge({ ...ragged, cells: { recorded_from: '01/04/2021' } }, facts)).toEqual({
      kind: 'incomplete',
      missing: ['stream', 'measure', 'recorded_to', 'granularity'],
    });
    const whole = { ...coverage, recorded_from: '01/04/2021' };
    expect(judge({ ...ragged, cells: whole }, facts)).toMatchObject({ kind: 'taken' });
  });

  it('of JSON lines is a line where it came as one, and paths where it did not', () => {
    const lines = { source: 'childrens', line: 2, isRagged: false };
    const line = '{"caseNumber":"CSC-1","stages":[{"stage":1,"startedAt":"2021-05-04T10:00:00+01:00"}]}';
    const cut = { ...lines, raw: { '(line)': line.slice(0, 40) } };
    expect(judge({ ...cut, cells: { '(line)': line } }, facts)).toMatchObject({
      kind: 'taken',
      held: { identity: 'CSC-1' },
    });
    expect(judge({ ...cut, cells: { caseNumber: 'CSC-1' } }, facts)).toMatchObject({
      kind: 'unknownColumns',
      unknown: ['caseNumber'],
    });
    const undated = {
      ...lines,
      raw: { caseNumber: 'CSC-1', 'stages[0].stage': '1', 'stages[0].startedAt': '' },
    };
    expect(
      judge({ ...undated, cells: { 'stages[0].startedAt': '2021-05-04T10:00:00+01:00' } }, facts),
    ).toMatchObject({ kind: 'taken' });
  });

  it('of a system that there is not is a mistake of the program', () => {
    expect(() => judge({ ...row, source: 'nobody', cells: {} }, facts)).toThrow('no source called nobody');
  });
});
