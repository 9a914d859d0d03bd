import { testFacts } from '../testing';
import { ADULTS_COLUMNS, type AdultsColumn } from './columns';
import { mapAdultsRow } from './map';

/** An ordinary complaint at line 5, save for the cells given. */
const ORDINARY: Partial<Record<AdultsColumn, string>> = {
  ComplaintID: 'ASC-C-41727',
  PersonID: 'P100200',
  DateOfComplaint: '2021-06-01',
  AckDate: '2021-06-03',
  PlanAgreed: 'Yes',
  ResponseDueBy: '2021-08-01',
  ResponseDate: '2021-07-20',
  ClosedDate: '2021-07-22',
  Outcome: 'Upheld',
  Risk: 'Low',
  Team: 'Safeguarding',
  Provider: 'Brookside Homecare',
  Complainant: 'Spouse',
  ConsentHeld: 'Y',
  Nature: 'Decision – eligibility',
  Lessons: 'Letter reworded',
};
type Cells = Partial<Record<AdultsColumn, string>>;
const row = (cells: Cells = {}) => ({
  line: 5,
  cells: Object.fromEntries(
    ADULTS_COLUMNS.map((column) => [column, { ...ORDINARY, ...cells }[column] ?? '']),
  ),
});
const map = (cells: Cells = {}) => mapAdultsRow(row(cells), testFacts);

function taken(cells: Cells = {}) {
  const mapped = map(cells);
  if (mapped.kind !== 'taken') throw new Error(`not taken but ${mapped.kind}`);
  return mapped;
}
const recordOf = (cells: Cells) => taken(cells).record;
/** Code and column of each fault. */
const faultsOf = (cells: Cells) => {
  const mapped = map(cells);
  return mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code, column }) => [code, column]);
};

describe('a complaint of the adults’ system', () => {
  it('is one stage, known by its own number', () => {
    expect(taken()).toEqual({
      kind: 'taken',
      identity: 'ASC-C-41727',
      lastUpdated: null,
      faults: [],
      record: {
        ...{ source: 'adults', key: 'ASC-C-41727', reference: 'ASC-C-41727', caseKey: null },
        ...{ contentHash: expect.any(String), number: 1, parentKey: null, ownKey: null, route: null },
        ...{ receivedOn: '2021-06-01', acknowledgedOn: '2021-06-03', agreedDueOn: '2021-08-01' },
        ...{ answeredOn: '2021-07-20', closedOn: '2021-07-22', ended: true },
        ...{ outcome: 'UPHELD', closureReason: 'ANSWERED', closureCodeWritten: 'Upheld' },
        ...{ serviceId: 'safeguarding', serviceWritten: 'Safeguarding', directorateId: 'adult-social-care' },
        ...{ theme: 'Decision – eligibility', channel: null, channelWritten: null },
        account: {
          ...{ person: 'P100200', relationship: 'Spouse', title: null, forename: null, surname: null },
          ...{ name: null, email: null, postcode: null, summary: null },
        },
        own: {
          ...{ planAgreed: 'YES', planAgreedWritten: 'Yes', consent: 'HELD', consentWritten: 'Y' },
          ...{ risk: 'LOW', riskWritten: 'Low', provider: 'Brookside Homecare', lessons: 'Letter reworded' },
        },
      },
    });
  });

  it('has another content hash for any other cell, and the same for other spaces', () => {
    const { contentHash } = recordOf({});
    for (const column of ADULTS_COLUMNS) {
      if (column === 'DateOfComplaint') continue;
      expect(recordOf({ [column]: `${ORDINARY[column]}7` }).contentHash).not.toBe(contentHash);
    }
    expect(recordOf({ Team: ' Safeguarding ', Lessons: 'Letter  reworded\t' }).contentHash).toBe(contentHash);
  });

  it('is open without an answer or a day of closing, whatever the outcome says', () => {
    const open = { ResponseDate: '', ClosedDate: '' };
    expect(recordOf(open)).toMatchObject({ ended: false, answeredOn: null, closedOn: null });
    expect(recordOf({ ...open, ClosedDate: '2021-07-22' })).toMatchObject({ ended: true, answeredOn: null });
    expect(recordOf({ ...open, ResponseDate: '2021-07-22' })).toMatchObject({ ended: true, closedOn: null });
  });
});

describe('its words', () => {
  it.each([
    ['Upheld', 'UPHELD', 'ANSWERED'],
    [' u ', 'UPHELD', 'ANSWERED'],
    ['PARTIALLY  UPHELD', 'PARTIALLY_UPHELD', 'ANSWERED'],
    ['P', 'PARTIALLY_UPHELD', 'ANSWERED'],
    ['not upheld', 'NOT_UPHELD', 'ANSWERED'],
    ['N', 'NOT_UPHELD', 'ANSWERED'],
    ['Resolved locally', null, 'RESOLVED_INFORMALLY'],
    ['r', null, 'RESOLVED_INFORMALLY'],
    ['Withdrawn', null, 'WITHDRAWN'],
    ['W', null, 'WITHDRAWN'],
    ['', null, null],
  ])('outcome "%s" is finding %s, closed because %s', (Outcome, outcome, closureReason) => {
    expect(taken({ Outcome })).toMatchObject({ faults: [], record: { outcome, closureReason } });
  });

  it.each([
    ['Risk', 'h', { risk: 'HIGH', riskWritten: 'h' }],
    ['Risk', 'MEDIUM', { risk: 'MEDIUM', riskWritten: 'MEDIUM' }],
    ['Risk', '', { risk: null, riskWritten: null }],
    ['ConsentHeld', 'n/a', { consent: 'NOT_NEEDED', consentWritten: 'n/a' }],
    ['ConsentHeld', 'N', { consent: 'NOT_HELD', consentWritten: 'N' }],
    ['PlanAgreed', 'N', { planAgreed: 'NO', planAgreedWritten: 'N' }],
    ['PlanAgreed', ' ', { planAgreed: null, planAgreedWritten: null }],
    ['Provider', ' ', { provider: null }],
    ['Lessons', ' ', { lessons: null }],
  ] as const)('%s "%s" is read', (column, cell, own) => {
    expect(taken({ [column]: cell })).toMatchObject({ faults: [], record: { own } });
  });

  it.each([
    ['Outcome', 'Upheld?', 'UNKNOWN_CLOSURE_CODE', { outcome: null, closureCodeWritten: 'Upheld?' }],
    [
      'Team',
      'Duty Desk',
      'UNKNOWN_SERVICE',
      { serviceId: null, serviceWritten: 'Duty Desk', directorateId: 'adult-social-care' },
    ],
    ['Risk', 'Very high', 'UNKNOWN_RISK', { own: { risk: null, riskWritten: 'Very high' } }],
    ['ConsentHeld', 'Verbal', 'UNKNOWN_CONSENT', { own: { consent: null, consentWritten: 'Verbal' } }],
    ['PlanAgreed', 'Sent', 'UNKNOWN_PLAN', { own: { planAgreed: null, planAgreedWritten: 'Sent' } }],
  ] as const)('%s "%s" is not known: kept as written, with its fault', (column, cell, code, record) => {
    expect(faultsOf({ [column]: ` ${cell}` })).toEqual([[code, column]]);
    expect(recordOf({ [column]: ` ${cell}` })).toMatchObject(record);
  });

  it('never repeats what is personal in a fault', () => {
    const mapped = map({ ComplaintID: '', DateOfComplaint: '', PersonID: 'P1', Lessons: 'secret' });
    expect(JSON.stringify(mapped)).not.toContain('secret');
  });
});

describe('its days', () => {
  it.each(['Yes', 'N', '', 'Sent'])('due where a day is agreed, be the plan "%s"', (PlanAgreed) => {
    expect(recordOf({ PlanAgreed, ResponseDueBy: '01/09/2021' }).agreedDueOn).toBe('2021-09-01');
  });

  it.each([
    ['AckDate', '2021-05-31', 'ACKNOWLEDGED_BEFORE_RECEIVED', { acknowledgedOn: null }],
    ['AckDate', 'tbc', 'ACKNOWLEDGED_UNREADABLE', { acknowledgedOn: null }],
    ['ResponseDueBy', '31/02/2021', 'DUE_UNREADABLE', { agreedDueOn: null }],
    ['ResponseDueBy', '2021-05-01', 'DUE_BEFORE_RECEIVED', { agreedDueOn: '2021-05-01' }],
    ['ResponseDate', '2021-05-31', 'ANSWER_BEFORE_RECEIVED', { answeredOn: null, closedOn: '2021-07-22' }],
    ['ResponseDate', '2021-13-04', 'ANSWER_UNREADABLE', { answeredOn: null, ended: true }],
    ['AckDate', '2024-06-02', 'ACKNOWLEDGED_IN_FUTURE', { acknowledgedOn: null }],
    ['ResponseDueBy', '31/12/9999', 'DUE_UNREADABLE', { agreedDueOn: null }],
    ['ResponseDueBy', '02/06/2026', 'DUE_UNREADABLE', { agreedDueOn: null }],
    ['ResponseDueBy', '01/01/1900', 'DUE_UNREADABLE', { agreedDueOn: null }],
    ['ResponseDate', '2024-06-02', 'ANSWER_IN_FUTURE', { answeredOn: null, closedOn: '2021-07-22' }],
    ['ResponseDate', '1900-01-01', 'ANSWER_UNREADABLE', { answeredOn: null }],
    ['ClosedDate', '2021-05-31', 'CLOSED_BEFORE_RECEIVED', { closedOn: null, answeredOn: '2021-07-20' }],
    ['ClosedDate', 'n/a', 'CLOSED_UNREADABLE', { closedOn: null, ended: true }],
    ['ClosedDate', '2024-06-02', 'CLOSED_IN_FUTURE', { closedOn: null, ended: true }],
    ['ClosedDate', '01/01/1970', 'CLOSED_UNREADABLE', { closedOn: null, ended: true }],
  ] as const)('%s "%s" is loaded with its fault', (column, cell, code, record) => {
    expect(faultsOf({ [column]: cell })).toEqual([[code, column]]);
    expect(recordOf({ [column]: cell })).toMatchObject(record);
  });

  it('may all be the day of receipt, and today', () => {
    const day = '1-Jun-24';
    const all = {
      DateOfComplaint: day,
      AckDate: day,
      ResponseDueBy: day,
      ResponseDate: day,
      ClosedDate: day,
    };
    expect(taken(all)).toMatchObject({
      faults: [],
      record: { receivedOn: '2024-06-01', closedOn: '2024-06-01' },
    });
  });

  it('leave it open where neither answer nor closing can be', () => {
    expect(recordOf({ ResponseDate: 'tbc', ClosedDate: '2020-01-01' }).ended).toBe(false);
    expect(recordOf({ ResponseDate: '31/12/9999', ClosedDate: '2024-06-02' }).ended).toBe(false);
  });
});

describe('a row that cannot be placed is quarantined', () => {
  it.each([
    [{ ComplaintID: ' ' }, ['NO_IDENTITY', 'ComplaintID']],
    [{ ComplaintID: 'n/a' }, ['NO_IDENTITY', 'ComplaintID']],
    [{ DateOfComplaint: '' }, ['RECEIVED_MISSING', 'DateOfComplaint']],
    [{ ComplaintID: '9.1E+08' }, ['NO_IDENTITY', 'ComplaintID']],
    [{ DateOfComplaint: '2021-13-04' }, ['RECEIVED_UNREADABLE', 'DateOfComplaint']],
    [{ DateOfComplaint: '1989-12-31' }, ['RECEIVED_UNREADABLE', 'DateOfComplaint']],
    [{ DateOfComplaint: '02/06/2024' }, ['RECEIVED_IN_FUTURE', 'DateOfComplaint']],
  ])('%j', (cells, fault) => {
    expect(map(cells).kind).toBe('quarantined');
    expect(faultsOf(cells)).toEqual([fault]);
  });

  it.each([
    ['short', 'ROW_TOO_SHORT'],
    ['long', 'ROW_TOO_LONG'],
  ] as const)('a row too %s', (kind, code) => {
    const ragged = { kind, found: 9, expected: 16, beyond: [] };
    expect(mapAdultsRow({ ...row(), ragged }, testFacts)).toMatchObject({
      kind: 'quarantined',
      faults: [{ code, column: null, line: 5, value: null }],
    });
  });
});

describe('what is no row', () => {
  const only = (cells: Cells) => ({
    line: 9,
    cells: Object.fromEntries(ADULTS_COLUMNS.map((column) => [column, cells[column] ?? ''])),
  });

  it('is blanks, the header again and a total', () => {
    expect(mapAdultsRow(only({ Risk: ' ' }), testFacts)).toEqual({ kind: 'noRow' });
    const header = Object.fromEntries(ADULTS_COLUMNS.map((column) => [column, ` ${column} `]));
    expect(mapAdultsRow({ line: 9, cells: header }, testFacts)).toEqual({ kind: 'noRow' });
    expect(mapAdultsRow(only({ ComplaintID: 'Total', PersonID: '1,322' }), testFacts)).toEqual({
      kind: 'noRow',
      controlTotal: { written: '1,322', stages: 1322 },
    });
  });

  it('is not a complaint whose number somebody typed as "Total", nor cells without one', () => {
    expect(map({ ComplaintID: 'Total' }).kind).toBe('quarantined');
    expect(mapAdultsRow(only({ Team: 'Safeguarding' }), testFacts).kind).toBe('quarantined');
  });
});
