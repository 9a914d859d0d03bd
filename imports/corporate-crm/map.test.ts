import type { MappedRow, RawRow } from '../record';
import { corporateRow, testFacts } from '../testing';
import type { CorporateColumn } from './columns';
import { CORPORATE_COLUMNS } from './columns';
import { type CrmStage, mapCorporateRow } from './map';

type Cells = Partial<Record<CorporateColumn, string>>;
type Taken = Extract<MappedRow<CrmStage>, { kind: 'taken' }>;

const map = (row: RawRow) => mapCorporateRow(row, testFacts);

function taken(cells: Cells = {}): Taken {
  const mapped = map(corporateRow(cells));
  if (mapped.kind !== 'taken') throw new Error(`The row is ${mapped.kind}`);
  return mapped;
}

const codes = (mapped: MappedRow<CrmStage>) =>
  mapped.kind === 'noRow' ? [] : mapped.faults.map(({ code }) => code);

const blankRow = Object.fromEntries(CORPORATE_COLUMNS.map((column) => [column, ' '])) as Cells;
const school: Cells = {
  'Case Type': 'Schools Complaint',
  Service: 'Schools',
  Directorate: 'Services to People',
};
const stage2: Cells = { Stage: '2' };

describe('an ordinary row', () => {
  it('becomes a stage with all that the system holds of it', () => {
    const mapped = taken({
      Title: 'Mx',
      Forename: ' Zoë ',
      Surname: 'Example',
      Email: 'zoe@example.org',
      Postcode: 'SK1 1AA',
      Summary: 'Says "no".\r\nTwice.',
      Ward: 'Offerton',
    });
    expect(mapped).toEqual({
      kind: 'taken',
      identity: '100275363',
      lastUpdated: '2021-06-10T11:18:00',
      faults: [],
      record: {
        stream: 'corporate',
        source: 'corporate-crm',
        key: '100275363',
        reference: '100275363',
        contentHash: expect.stringMatching(/^[\w-]{43}$/),
        number: 1,
        parentKey: null,
        ownKey: '100275363',
        route: null,
        receivedOn: '2021-06-01',
        acknowledgedOn: '2021-06-02',
        answeredOn: '2021-06-10',
        agreedDueOn: null,
        closedOn: null,
        caseKey: null,
        ended: true,
        outcome: 'UPHELD',
        closureReason: 'ANSWERED',
        closureCodeWritten: 'UPH',
        serviceId: 'greenspace',
        serviceWritten: 'Greenspace',
        directorateId: 'place',
        theme: 'Delay',
        channel: 'Email',
        channelWritten: 'Email',
        account: {
          person: null,
          relationship: null,
          name: null,
          title: 'Mx',
          forename: 'Zoë',
          surname: 'Example',
          email: 'zoe@example.org',
          postcode: 'SK1 1AA',
          summary: 'Says "no".\r\nTwice.',
        },
        own: { ward: 'Offerton' },
      },
    });
  });

  it('of a school keeps the school instead of the ward', () => {
    const { record } = taken({
      ...school,
      Ward: 'Offerton',
      'School URN': '900001',
      School: 'Marple Ridge Primary',
    });
    expect(record.stream).toBe('schools');
    expect(record.serviceId).toBe('schools');
    expect(record.own).toEqual({ schoolUrn: '900001', schoolName: 'Marple Ridge Primary' });
  });

  it('has another hash as soon as any column differs, but not for spaces', () => {
    const hash = taken().record.contentHash;
    expect(taken({ Summary: ' ', 'Case Ref': ' 100275363 ' }).record.contentHash).toBe(hash);
    for (const column of CORPORATE_COLUMNS) {
      const { cells } = corporateRow();
      const mapped = map(
        corporateRow({ [column]: `${cells[column] ?? ''}1`, Stage: column === 'Stage' ? '2' : '1' }),
      );
      if (mapped.kind === 'taken') expect(mapped.record.contentHash).not.toBe(hash);
    }
  });

  it('has blanks as null', () => {
    const { record, faults, lastUpdated } = taken({
      'Date Acknowledged': '',
      'Date Responded': ' ',
      'Closure Code': '',
      Status: 'Open',
      Directorate: '',
      Service: '',
      Category: ' ',
      Channel: '',
      'Target Date': '',
      'Last Updated': '',
    });
    expect(faults).toEqual([]);
    expect(lastUpdated).toBeNull();
    expect(record).toMatchObject({
      acknowledgedOn: null,
      answeredOn: null,
      ended: false,
      outcome: null,
      closureReason: null,
      closureCodeWritten: null,
      serviceId: null,
      serviceWritten: null,
      directorateId: null,
      theme: null,
      channel: null,
      channelWritten: null,
      own: { ward: null },
    });
    expect(new Set(Object.values(record.account ?? {}))).toEqual(new Set([null]));
  });
});

describe('no row at all', () => {
  const header = Object.fromEntries(
    CORPORATE_COLUMNS.map((column) => [column, ` ${column.toUpperCase()}`]),
  ) as Cells;

  it.each([
    ['a row of blanks', corporateRow(blankRow)],
    [
      'an empty line',
      { ...corporateRow(blankRow), ragged: { kind: 'short', found: 1, expected: 26, beyond: [] } },
    ],
    ['the header again', corporateRow(header)],
  ] as const)('is %s', (_, row) => {
    expect(map(row)).toEqual({ kind: 'noRow' });
  });

  it.each([
    ['770', 770],
    ['1,234', 1234],
    ['about 770', null],
    ['', null],
  ])('is the Total line with "%s", whatever its width', (written, stages) => {
    const row = corporateRow({ ...blankRow, 'Case Ref': ' TOTAL', 'Case Type': written });
    const short = { ...row, ragged: { kind: 'short', found: 2, expected: 26, beyond: [] } } as const;
    expect(map(row)).toEqual({ kind: 'noRow', controlTotal: { written, stages } });
    expect(map(short)).toEqual(map(row));
  });

  it.each([
    ['a row with only a summary', corporateRow({ ...blankRow, Summary: 'x' })],
    ['a complaint whose reference reads Total', corporateRow({ 'Case Ref': 'Total' })],
    ['a row whose reference alone repeats the header', corporateRow({ 'Case Ref': 'Case Ref' })],
    [
      'a blank row with something past the last column',
      { ...corporateRow(blankRow), ragged: { kind: 'long', found: 27, expected: 26, beyond: ['x'] } },
    ],
  ] as const)('is not %s', (_, row) => {
    expect(map(row).kind).not.toBe('noRow');
  });
});

describe('rows left out', () => {
  it.each(['Compliment', ' comment ', 'MP ENQUIRY', 'Service  Request'])(
    'are those of the type "%s"',
    (type) => {
      const mapped = map(corporateRow({ 'Case Type': type, Stage: '', 'Date Received': '' }));
      expect(mapped).toEqual({ kind: 'leftOut', reason: expect.stringMatching(/^Case type: /), faults: [] });
    },
  );

  it.each(['Petition', ''])('are those of an unknown type, "%s", with a fault', (type) => {
    const mapped = map(corporateRow({ 'Case Type': type }));
    expect(mapped).toMatchObject({ kind: 'leftOut', reason: 'Case type: not known' });
    expect(mapped).toMatchObject({
      faults: [{ line: 5, column: 'Case Type', code: 'UNKNOWN_CASE_TYPE', value: type }],
    });
  });

  it.each(['Duplicate', 'OPENED IN ERROR', ' test - do not use'])('are those closed as "%s"', (code) => {
    // Before quarantine: the received date does not matter any more.
    const mapped = map(corporateRow({ 'Closure Code': code, 'Date Received': 'unknown' }));
    expect(mapped).toEqual({ kind: 'leftOut', reason: expect.stringMatching(/^Closure code: /), faults: [] });
  });

  it('are not those of the two complaint types, in any case', () => {
    expect(taken({ 'Case Type': ' CORPORATE  complaint' }).record.stream).toBe('corporate');
    expect(taken({ ...school, 'Case Type': 'schools COMPLAINT ' }).record.stream).toBe('schools');
  });
});

describe('rows quarantined', () => {
  it.each([
    ['NO_IDENTITY', 'Case Ref', ' '],
    ['NO_IDENTITY', 'Case Ref', 'n/a'],
    ['NO_IDENTITY', 'Case Ref', '9.10000E+08'],
    ['NO_IDENTITY', 'Case Ref', '93000\ufffd003'],
    ['STAGE_UNREADABLE', 'Stage', ''],
    ['STAGE_UNREADABLE', 'Stage', '4'],
    ['STAGE_UNREADABLE', 'Stage', 'two'],
    ['RECEIVED_MISSING', 'Date Received', ' '],
    ['RECEIVED_UNREADABLE', 'Date Received', '31/02/2021'],
    ['RECEIVED_UNREADABLE', 'Date Received', 'unknown'],
    ['RECEIVED_UNREADABLE', 'Date Received', '01/01/1900'],
    ['RECEIVED_UNREADABLE', 'Date Received', '04/05/1921'],
    ['RECEIVED_UNREADABLE', 'Date Received', '31/12/1989 23:59'],
    ['RECEIVED_IN_FUTURE', 'Date Received', '02/06/2024 00:01'],
  ] as const)('%s: %s "%s"', (code, column, value) => {
    expect(map(corporateRow({ [column]: value }))).toEqual({
      kind: 'quarantined',
      owner: 'corporate',
      faults: [
        { line: 5, column, code, value: value.trim(), action: expect.stringContaining('Quarantined') },
      ],
    });
  });

  it('name every reason at once', () => {
    expect(codes(map(corporateRow({ 'Case Ref': '', Stage: '', 'Date Received': '' })))).toEqual([
      'NO_IDENTITY',
      'STAGE_UNREADABLE',
      'RECEIVED_MISSING',
    ]);
  });

  it.each([
    ['ROW_TOO_SHORT', { kind: 'short', found: 20, expected: 26, beyond: [] }],
    ['ROW_TOO_LONG', { kind: 'long', found: 27, expected: 26, beyond: ['x'] }],
  ] as const)('%s: another number of cells than the header', (code, ragged) => {
    expect(map({ ...corporateRow(), ragged })).toMatchObject({
      kind: 'quarantined',
      owner: 'corporate',
      faults: [{ line: 5, column: null, code, value: null }],
    });
    // Without its type nobody can say that it is no complaint.
    expect(map({ ...corporateRow({ 'Case Type': '' }), ragged }).kind).toBe('quarantined');
    expect(map({ ...corporateRow({ 'Case Type': 'Compliment' }), ragged }).kind).toBe('leftOut');
  });

  it('are not those received today, nor one of another form', () => {
    expect(
      taken({ 'Date Received': '01/06/2024 23:59', 'Date Acknowledged': '', 'Date Responded': '' }).record
        .receivedOn,
    ).toBe('2024-06-01');
    expect(taken({ 'Date Received': '44348.5' }).record.receivedOn).toBe('2021-06-01');
  });
});

describe('how it ended', () => {
  it.each(['31/12/9999', '02/06/2024', '10/05/2031 10:00', '01/01/1900', '0001-01-01', '00/00/0000'])(
    'an answer on %s leaves it open, whatever its status and code',
    (answer) => {
      const given = { Status: 'Closed', 'Closure Code': 'UPH', 'Date Responded': answer };
      expect(taken(given).record).toMatchObject({ ended: false, answeredOn: null });
    },
  );

  it.each(['n/a', '31/02/2021', '', '31/05/2021'])('an answer of "%s" leaves it to its status', (answer) => {
    expect(taken({ Status: 'Closed', 'Date Responded': answer }).record.ended).toBe(true);
    expect(taken({ Status: 'Open', 'Date Responded': answer }).record.ended).toBe(false);
  });

  it.each([
    ['UPH', 'UPHELD', 'ANSWERED'],
    [' upheld - SERVICE improvement', 'UPHELD', 'ANSWERED'],
    ['cl02', 'PARTIALLY_UPHELD', 'ANSWERED'],
    ['NOT UPHELD - EXPLANATION GIVEN', 'NOT_UPHELD', 'ANSWERED'],
    ['Closed - customer satisfied', null, 'RESOLVED_INFORMALLY'],
    ['CL05', null, 'WITHDRAWN'],
    ['Older than 12 months', null, 'OUTSIDE_SCOPE'],
  ])('"%s" is %s, %s', (code, outcome, closureReason) => {
    const { record, faults } = taken({ 'Closure Code': code });
    expect(faults).toEqual([]);
    expect(record).toMatchObject({ outcome, closureReason, closureCodeWritten: code.trim() });
  });

  it('is not known by an unknown code, which is kept', () => {
    const { record, faults } = taken({ 'Closure Code': ' CL99 ' });
    expect(faults).toMatchObject([{ column: 'Closure Code', code: 'UNKNOWN_CLOSURE_CODE', value: 'CL99' }]);
    expect(record).toMatchObject({
      outcome: null,
      closureReason: null,
      closureCodeWritten: 'CL99',
      ended: true,
    });
  });

  it.each([
    ['Closed ', true, []],
    ['CLOSED', true, []],
    ['open', false, []],
    ['In  Progress', false, []],
    ['Pending', true, ['UNKNOWN_STATUS']],
    ['', true, ['STATUS_MISSING']],
  ])('status "%s": ended %s', (status, ended, faults) => {
    const mapped = taken({ Status: status });
    expect(mapped.record.ended).toBe(ended);
    expect(codes(mapped)).toEqual(faults);
  });

  it('is not yet, under an unknown status with neither answer nor code', () => {
    expect(taken({ Status: 'Pending', 'Date Responded': '', 'Closure Code': '' }).record.ended).toBe(false);
    expect(taken({ Status: 'Pending', 'Date Responded': '', 'Closure Code': 'WDN' }).record.ended).toBe(true);
  });
});

describe('names', () => {
  it('are found by any of theirs', () => {
    const { record, faults } = taken({
      Service: 'parks /  GREENSPACE',
      Channel: 'telephone',
      Directorate: 'services to PLACE',
    });
    expect(faults).toEqual([]);
    expect(record).toMatchObject({ serviceId: 'greenspace', channel: 'Phone', directorateId: 'place' });
    expect(record.serviceWritten).toBe('parks /  GREENSPACE');
  });

  it('that nobody knows are kept as written, each with its fault', () => {
    const mapped = taken({ Service: 'Drainage ', Channel: 'Fax', Directorate: 'Elsewhere' });
    expect(codes(mapped)).toEqual(['UNKNOWN_SERVICE', 'UNKNOWN_DIRECTORATE', 'UNKNOWN_CHANNEL']);
    expect(mapped.record).toMatchObject({
      serviceId: null,
      serviceWritten: 'Drainage',
      directorateId: null,
      channel: null,
      channelWritten: 'Fax',
    });
  });
});

describe('how a later stage came about', () => {
  const before = { ...stage2, 'Date Received': '31/03/2021' };
  const since = { ...stage2, 'Date Received': '01/04/2021' };
  it.each([
    ['a parent alone', since, '#100 278577', '', 'ESCALATED', '100278577', []],
    [
      'a parent and its route',
      since,
      'CRM-100278577',
      'ESCALATED from  stage 1',
      'ESCALATED',
      '100278577',
      [],
    ],
    ['a route without a parent', since, '', 'Escalated from stage 1', 'ESCALATED', null, ['PARENT_MISSING']],
    [
      'a route, a parent without digits',
      since,
      '?',
      'Escalated from stage 1',
      'ESCALATED',
      null,
      ['PARENT_UNREADABLE'],
    ],
    ['direct', since, '', 'direct to stage 2 ', 'DIRECT', null, []],
    [
      'direct with a parent',
      since,
      '100278577',
      'Direct to stage 2',
      'DIRECT',
      null,
      ['ROUTE_CONTRADICTS_PARENT'],
    ],
    ['neither, since April 2021', since, '', '', null, null, ['ROUTE_NOT_RECORDED']],
    ['neither, before', before, '', '', null, null, []],
    ['a parent, before', before, '100278577', '', 'ESCALATED', '100278577', []],
    [
      'a parent without digits',
      since,
      'see file',
      '',
      null,
      null,
      ['PARENT_UNREADABLE', 'ROUTE_NOT_RECORDED'],
    ],
    ['an unknown route', since, '', 'see notes', null, null, ['UNKNOWN_ROUTE']],
    [
      'an unknown route and a parent',
      since,
      '100278577',
      'see notes',
      'ESCALATED',
      '100278577',
      ['UNKNOWN_ROUTE'],
    ],
    ['a parent of a school', { ...before, ...school }, '100278577', '', 'ESCALATED', '100278577', []],
    ['none of a school', { ...before, ...school }, '', '', 'DIRECT', null, []],
    ['none of a school at stage 3', { ...since, ...school, Stage: '3' }, '', '', 'DIRECT', null, []],
    ['a first stage', { Stage: '1' }, '', '', null, null, []],
    [
      'a first stage with both',
      { Stage: '1' },
      '100278577',
      'Escalated from stage 1',
      null,
      null,
      ['PARENT_AT_FIRST_STAGE', 'ROUTE_AT_FIRST_STAGE'],
    ],
  ] as const)('%s', (_, cells, parent, route, expected, parentKey, faults) => {
    const mapped = taken({
      ...cells,
      'Parent Ref': parent,
      Route: route,
      'Date Acknowledged': '',
      'Date Responded': '',
    });
    expect(mapped.record).toMatchObject({ route: expected, parentKey });
    expect(codes(mapped)).toEqual(faults);
  });
});

describe('identity', () => {
  it.each(['100275363', ' ="100275363"', "'100275363", '100\u200b275363'])('of %j is 100275363', (cell) => {
    const { identity, record } = taken({ 'Case Ref': cell });
    expect([identity, record.reference, record.ownKey]).toEqual(['100275363', '100275363', '100275363']);
  });

  it('with a space in it is another, told by the same digits', () => {
    const { identity, record } = taken({ 'Case Ref': '100\u00a0275363' });
    expect([identity, record.ownKey]).toEqual(['100 275363', '100275363']);
  });

  it('is no parent where a spreadsheet has cut it short', () => {
    const mapped = taken({ Stage: '2', 'Parent Ref': '9.1E+08', Route: 'Escalated from stage 1' });
    expect(mapped.record.parentKey).toBeNull();
    expect(codes(mapped)).toEqual(['PARENT_UNREADABLE']);
  });

  it('is told by digits to the stages that name it as their parent', () => {
    expect(taken({ 'Case Ref': 'CRM-100275363' }).record).toMatchObject({
      reference: 'CRM-100275363',
      ownKey: '100275363',
    });
  });
});
