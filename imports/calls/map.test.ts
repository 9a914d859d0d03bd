import { join } from 'node:path';
import { toDay } from '../../domain/calendar/day';
import type { MappedRow } from '../record';
import { testFacts } from '../testing';
import { CALL_COLUMNS, CALL_PERSONAL_COLUMNS, type CallColumn } from './columns';
import { CALL_FAULTS } from './faults';
import { type CallRecord, mapCallRow } from './map';
import { calls } from './source';
import { callRow } from './testing';

type Cells = Partial<Record<CallColumn, string>>;

const facts = { today: toDay('2022-01-31'), streams: ['corporate', 'housing'] };
const map = (cells: Cells = {}) => mapCallRow(callRow(cells), facts);

function taken(cells: Cells): Extract<MappedRow<CallRecord>, { kind: 'taken' }> {
  const mapped = map(cells);
  if (mapped.kind !== 'taken') throw new Error(`It was ${mapped.kind}`);
  return mapped;
}

const codes = ({ faults }: { faults: readonly { code: string }[] }) => faults.map(({ code }) => code);

const abandoned: Cells = { Result: 'Abandoned', AnsweredAt: '', EndedAt: '2021-04-01 13:28:00', Agent: '' };

describe('a call of the telephony system', () => {
  it('says when it was offered, how long the caller waited and talked, and to which group', () => {
    expect(map()).toEqual({
      kind: 'taken',
      identity: '702638',
      lastUpdated: null,
      faults: [],
      record: {
        callId: '702638',
        offeredOn: '2021-04-01',
        offeredAt: '2021-04-01T12:26:59.000Z',
        group: 'Complaints',
        queueWritten: 'COMPLAINTS_MAIN',
        answered: true,
        waitSeconds: 151,
        talkSeconds: 414,
        callerNumber: '01614960171',
        agent: 'R Platt',
        clearedFor: ['corporate'],
        contentHash: expect.any(String),
      },
    });
  });

  it('was waited for until its end where the caller gave up', () => {
    expect(taken(abandoned)).toMatchObject({
      faults: [],
      record: { answered: false, waitSeconds: 61, talkSeconds: null, agent: null },
    });
  });

  it.each([
    [' answered ', true],
    ['ABANDONED', false],
  ])('has a result in any case: "%s"', (Result, answered) => {
    expect(taken({ ...(answered ? {} : abandoned), Result }).record.answered).toBe(answered);
  });

  it('may be answered and ended in the second in which it was offered', () => {
    const at = '2021-04-01 13:26:59';
    expect(taken({ AnsweredAt: at, EndedAt: at })).toMatchObject({
      faults: [],
      record: { waitSeconds: 0, talkSeconds: 0 },
    });
  });

  it('is identified by its number, however a spreadsheet was made to keep it', () => {
    expect(taken({ CallID: ' ="702638" ' }).identity).toBe('702638');
  });

  it('is shown to officers who are cleared for the streams that it may be about', () => {
    expect(taken({ Queue: 'Complaints - ASC' }).record.clearedFor).toEqual(['adults']);
    expect(taken({ Queue: '' }).record.clearedFor).toEqual(['corporate', 'housing']);
  });

  it('has another hash when anything in its row changes, spaces aside', () => {
    const hashes = CALL_COLUMNS.map(
      (column) => taken({ [column]: '2021-04-01 13:30:07' }).record.contentHash,
    );
    expect(new Set([...hashes, taken({}).record.contentHash]).size).toBe(CALL_COLUMNS.length + 1);
    expect(taken({ Agent: ' R  Platt' }).record.contentHash).toBe(taken({}).record.contentHash);
  });
});

describe('a row that cannot be counted', () => {
  it.each([
    ['NO_IDENTITY', { CallID: ' ' }],
    ['NO_IDENTITY', { CallID: 'n/a' }],
    ['OFFERED_MISSING', { OfferedAt: '' }],
    ['OFFERED_UNREADABLE', { OfferedAt: '31/02/2021 10:00' }],
    ['OFFERED_UNREADABLE', { OfferedAt: '2021-13-04' }],
    ['OFFERED_IN_FUTURE', { OfferedAt: '2022-02-01 00:00:00' }],
    ['OFFERED_UNREADABLE', { OfferedAt: '1900-01-01 00:00:00' }],
    ['NO_IDENTITY', { CallID: '7.02638E+05' }],
  ])('is quarantined: %s', (code, cells) => {
    const mapped = map(cells);
    expect(mapped).toMatchObject({ kind: 'quarantined', faults: [{ line: 5, code }] });
  });

  it('is quarantined with everything that is wrong with it', () => {
    const mapped = map({ CallID: '', OfferedAt: 'soon' });
    expect(mapped.kind === 'quarantined' && codes(mapped)).toEqual(['NO_IDENTITY', 'OFFERED_UNREADABLE']);
  });

  it('belongs to the stream of its queue, where that is known', () => {
    const ownerOf = (Queue: string) => {
      const mapped = map({ CallID: '', Queue });
      return mapped.kind === 'quarantined' ? mapped.owner : 'taken';
    };
    expect(['complaints', 'Complaints - ASC', 'Switchboard', ''].map(ownerOf)).toEqual([
      'corporate',
      'adults',
      undefined,
      undefined,
    ]);
  });

  it('is not quarantined on the day itself', () => {
    expect(map({ OfferedAt: '2022-01-31 23:59:59' }).kind).toBe('taken');
  });

  it.each([
    ['ROW_TOO_SHORT', { kind: 'short', found: 3, expected: 8, beyond: [] }],
    ['ROW_TOO_LONG', { kind: 'long', found: 9, expected: 8, beyond: ['x'] }],
  ] as const)('is quarantined: %s', (code, ragged) => {
    const mapped = mapCallRow({ ...callRow(), ragged }, facts);
    expect(mapped).toMatchObject({ kind: 'quarantined', faults: [{ line: 5, column: null, code }] });
  });
});

describe('a row that is none', () => {
  const only = (cells: Cells) =>
    map({ ...Object.fromEntries(CALL_COLUMNS.map((column) => [column, ' '])), ...cells });

  it('is blank, or the header again', () => {
    expect(only({})).toEqual({ kind: 'noRow' });
    expect(
      map(Object.fromEntries(CALL_COLUMNS.map((column) => [column, ` ${column.toUpperCase()}`]))),
    ).toEqual({ kind: 'noRow' });
  });

  it.each([
    ['665', 665],
    ['1,665', 1665],
    ['many', null],
    ['', null],
  ])('is a total that says "%s"', (written, stages) => {
    expect(only({ CallID: 'Total', Queue: written })).toEqual({
      kind: 'noRow',
      controlTotal: { written, stages },
    });
  });

  it('is not a call whose number somebody typed as Total', () => {
    expect(map({ CallID: 'Total' })).toMatchObject({
      kind: 'quarantined',
      faults: [{ code: 'NO_IDENTITY' }],
    });
  });
});

describe('a cell that cannot be used', () => {
  it.each<[string, Cells, Partial<CallRecord>]>([
    [
      'UNKNOWN_QUEUE',
      { Queue: 'Switchboard' },
      { group: null, queueWritten: 'Switchboard', waitSeconds: 151 },
    ],
    ['RESULT_MISSING', { Result: '' }, { answered: null, waitSeconds: null, talkSeconds: null }],
    ['UNKNOWN_RESULT', { Result: 'Voicemail' }, { answered: null, waitSeconds: null, talkSeconds: null }],
    [
      'OFFERED_TIME_UNKNOWN',
      { OfferedAt: '01/04/2021' },
      {
        offeredOn: toDay('2021-04-01'),
        offeredAt: null,
        answered: true,
        waitSeconds: null,
        talkSeconds: 414,
      },
    ],
    ['ANSWERED_MISSING', { AnsweredAt: '' }, { answered: true, waitSeconds: null, talkSeconds: null }],
    ['ANSWERED_UNREADABLE', { AnsweredAt: 'x' }, { answered: true, waitSeconds: null, talkSeconds: null }],
    ['ANSWERED_TIME_UNKNOWN', { AnsweredAt: '2021-04-01' }, { answered: true, waitSeconds: null }],
    [
      'ANSWERED_BEFORE_OFFERED',
      { AnsweredAt: '2021-04-01 13:26:58' },
      { answered: true, waitSeconds: null, talkSeconds: null },
    ],
    ['ANSWERED_DAYS_LATER', { AnsweredAt: '2021-04-02 13:27:00' }, { answered: true, waitSeconds: null }],
    [
      'ABANDONED_WITH_ANSWER',
      { ...abandoned, AnsweredAt: '2021-04-01 13:27:30' },
      { answered: false, waitSeconds: 61, talkSeconds: null },
    ],
    ['ENDED_MISSING', { EndedAt: '' }, { waitSeconds: 151, talkSeconds: null }],
    ['ENDED_MISSING', { ...abandoned, EndedAt: '' }, { answered: false, waitSeconds: null }],
    ['ENDED_UNREADABLE', { EndedAt: '25:61' }, { waitSeconds: 151, talkSeconds: null }],
    ['ENDED_TIME_UNKNOWN', { EndedAt: '2021-04-01' }, { waitSeconds: 151, talkSeconds: null }],
    ['ENDED_BEFORE_OFFERED', { ...abandoned, EndedAt: '2021-04-01 13:26:58' }, { waitSeconds: null }],
    ['ENDED_BEFORE_ANSWERED', { EndedAt: '2021-04-01 13:29:29' }, { waitSeconds: 151, talkSeconds: null }],
    ['ENDED_DAYS_LATER', { EndedAt: '2021-04-02 13:29:31' }, { waitSeconds: 151, talkSeconds: null }],
  ])('is a fault, and the call counts all the same: %s', (code, cells, record) => {
    const mapped = taken(cells);
    expect(codes(mapped)).toEqual([code]);
    expect(mapped.record).toMatchObject(record);
  });

  it('is a moment of its own: without an answer that can be, the end is held against the offer', () => {
    const mapped = taken({ AnsweredAt: '2021-04-01 13:00:00', EndedAt: '2021-04-01 13:10:00' });
    expect(codes(mapped)).toEqual(['ANSWERED_BEFORE_OFFERED', 'ENDED_BEFORE_OFFERED']);
  });

  it('never shows who was on the line', () => {
    const faulty = map({ CallID: '', CLI: '07700900123', Agent: 'A Begum', OfferedAt: 'x' });
    expect([...CALL_PERSONAL_COLUMNS]).toEqual(['CLI', 'Agent']);
    expect(JSON.stringify(faulty)).not.toMatch(/07700900123|Begum/);
  });
});

describe('a call while the clocks change', () => {
  const at = (OfferedAt: string, AnsweredAt: string, EndedAt: string) =>
    taken({ OfferedAt, AnsweredAt, EndedAt });

  it('is shorter than it looks when they go forward', () => {
    expect(at('2021-03-28 00:59:30', '2021-03-28 02:00:30', '2021-03-28 02:10:30')).toMatchObject({
      faults: [],
      record: { waitSeconds: 60, talkSeconds: 600 },
    });
  });

  it('is longer than it looks when they go back', () => {
    expect(at('2021-10-31 00:59:00', '2021-10-31 00:59:30', '2021-10-31 02:00:00')).toMatchObject({
      faults: [],
      record: { waitSeconds: 30, talkSeconds: 7_230 },
    });
  });

  it('may be answered at an earlier time than it was offered, in the hour that comes twice', () => {
    expect(at('2021-10-31 01:59:50', '2021-10-31 01:00:10', '2021-10-31 01:05:10')).toMatchObject({
      faults: [],
      record: { offeredAt: '2021-10-31T00:59:50.000Z', waitSeconds: 20, talkSeconds: 300 },
    });
  });

  it('is as short as it can have been in that hour, and of equal ones the earlier', () => {
    expect(at('2021-10-31 01:10:00', '2021-10-31 01:10:20', '2021-10-31 01:20:20').record).toMatchObject({
      offeredAt: '2021-10-31T00:10:00.000Z',
      waitSeconds: 20,
      talkSeconds: 600,
    });
    expect(at('2021-10-31 01:50:00', '2021-10-31 01:50:20', '2021-10-31 02:00:20').record).toMatchObject({
      offeredAt: '2021-10-31T01:50:00.000Z',
      waitSeconds: 20,
      talkSeconds: 600,
    });
  });

  it('cannot begin in an hour that no clock showed', () => {
    expect(codes(at('2021-03-28 01:30:00', '2021-03-28 02:30:00', '2021-03-28 02:31:00'))).toEqual([
      'OFFERED_TIME_UNKNOWN',
    ]);
  });
});

describe('the demonstration extract', () => {
  it('has 665 calls without a fault, of which 608 were answered', async () => {
    const file = join(__dirname, '../../demo/extracts/telephony-calls.csv');
    const mapped: MappedRow<CallRecord>[] = [];
    for await (const rows of calls.read({ file, maximumBytes: 1_000_000 }))
      mapped.push(...rows.map((row) => calls.map(row, testFacts)));
    const records = mapped.flatMap((row) => (row.kind === 'taken' ? [row] : []));
    expect(mapped).toHaveLength(665);
    expect(records).toHaveLength(665);
    expect(new Set(records.map(({ identity }) => identity)).size).toBe(665);
    expect(records.flatMap(({ faults }) => faults)).toEqual([]);
    expect(records.filter(({ record }) => record.answered).length).toBe(608);
    expect(records.filter(({ record }) => record.group === 'Complaints').length).toBe(457);
  });
});

it('every fault says what was done about it, in a sentence', () => {
  for (const action of Object.values(CALL_FAULTS)) expect(action).toMatch(/^[A-Z].*\.$/);
});
