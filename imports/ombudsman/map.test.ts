import type { RawRow } from '../record';
import type { RegisterColumn } from './columns';
import { mapRegisterRow } from './map';
import { ombudsman } from './source';
import { registerFacts, registerRow } from './testing';

type Cells = Partial<Record<RegisterColumn, string>>;

const map = (cells: Cells = {}, more: Partial<RawRow> = {}) =>
  mapRegisterRow(registerRow(cells, more), registerFacts);

/** What a row that is taken becomes, with the codes and columns of its faults. */
function taken(cells: Cells = {}, more: Partial<RawRow> = {}) {
  const mapped = map(cells, more);
  if (mapped.kind !== 'taken') throw new Error(`The row is ${mapped.kind}`);
  return { ...mapped, codes: mapped.faults.map(({ column, code }) => [column, code]) };
}

describe('a row of the register', () => {
  it('is an enquiry with its reply, its decision and its remedies', () => {
    expect(map()).toEqual({
      ...{ kind: 'taken', identity: 'LGSCO/19000991', lastUpdated: null, faults: [] },
      record: {
        ...{ body: 'LGSCO', reference: '19 000 991', referenceKey: '19000991', ourReference: '100281670' },
        ...{ stream: 'CORPORATE', streamWritten: 'Corporate', partner: null, receivedOn: '2020-04-03' },
        ...{ replyDueOn: '2020-05-05', replySentOn: '2020-04-29', decidedOn: '2021-07-08' },
        ...{ decision: 'Upheld: already remedied', upheld: true, lgscoDecision: 'UPHELD', findings: [] },
        remedies: [{ text: 'Training', dueOn: '2021-08-05', doneOn: '2021-07-30' }],
        contentHash: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
  });

  it('may have nothing but what places it', () => {
    const empty = { 'Our ref': '', 'Reply due': '', 'Reply sent': '', Decided: '', Decision: '' };
    const { record, codes } = taken({ ...empty, Remedy: '', 'Remedy due': '', 'Remedy done': '' });
    expect(codes).toEqual([]);
    expect(record).toMatchObject({
      ...{ ourReference: null, replyDueOn: null, replySentOn: null, decidedOn: null, decision: null },
      ...{ upheld: null, lgscoDecision: null, findings: [], remedies: [] },
    });
  });

  it.each<[string, Cells, Partial<RawRow>]>([
    ['an empty one', Object.fromEntries(Object.keys(registerRow().cells).map((name) => [name, ' '])), {}],
    [
      'the header again',
      Object.fromEntries(Object.keys(registerRow().cells).map((name) => [name, name])),
      {},
    ],
    [
      'a total',
      {
        ...Object.fromEntries(Object.keys(registerRow().cells).map((name) => [name, ''])),
        Ombudsman: 'Total',
        'Our ref': '89',
      },
      {},
    ],
  ])('is none where it is %s', (_, cells) => {
    expect(map(cells).kind).toBe('noRow');
  });

  it('has the same content whatever its spaces, and other content for any other cell', () => {
    const hash = (cells: Cells) => taken(cells).record.contentHash;
    expect(hash({ 'Ombudsman ref': '19000991', Decision: ' Upheld:  already remedied ' })).toBe(hash({}));
    expect(hash({ 'Remedy done': '44408' })).not.toBe(hash({}));
  });
});

describe('what identifies a case', () => {
  it.each([
    ['LGSCO', '19 000 991', 'LGSCO/19000991'],
    [' lgo ', '19000991', 'LGSCO/19000991'],
    ['Lgsco', '19-000-991', 'LGSCO/19000991'],
    ['HO', '201900268', 'HOUSING/201900268'],
    ['housing  ombudsman', ' 2019 00268', 'HOUSING/201900268'],
    ['HO', '19 000 991', 'HOUSING/19000991'],
    ['LGSCO', '19 000 991a', 'LGSCO/19000991A'],
  ])('is the ombudsman and its reference: %s %s', (Ombudsman, reference, identity) => {
    expect(taken({ Ombudsman, 'Ombudsman ref': reference }).identity).toBe(identity);
  });

  it.each<[Cells, string, string, string]>([
    [{ Ombudsman: '' }, 'Ombudsman', 'NO_IDENTITY', ''],
    [{ Ombudsman: 'PHSO' }, 'Ombudsman', 'UNKNOWN_BODY', 'PHSO'],
    [{ 'Ombudsman ref': ' ' }, 'Ombudsman ref', 'NO_IDENTITY', ''],
    [{ 'Ombudsman ref': 'tbc' }, 'Ombudsman ref', 'NO_IDENTITY', 'tbc'],
    [{ Received: '' }, 'Received', 'RECEIVED_MISSING', ''],
    [{ Received: '31/02/2021' }, 'Received', 'RECEIVED_UNREADABLE', '31/02/2021'],
    [{ Received: '02/06/2024' }, 'Received', 'RECEIVED_IN_FUTURE', '02/06/2024'],
  ])('%j: quarantined without it, or without a day', (cells, column, code, value) => {
    expect(map(cells)).toEqual({
      kind: 'quarantined',
      owner: 'corporate',
      faults: [{ line: 5, column, code, value, action: expect.stringMatching(/^Quarantined: /) }],
    });
  });

  it('is put right by whoever is cleared for the stream that the row names, or by an admin', () => {
    const ownerOf = (Stream: string) => {
      const mapped = map({ Stream, Received: '' });
      return mapped.kind === 'quarantined' ? mapped.owner : 'not quarantined';
    };
    expect(["Children's", 'Stockport Homes', '', 'Highways'].map(ownerOf)).toEqual([
      ...['childrens', undefined, undefined, undefined],
    ]);
    expect(ombudsman.place(taken({ Stream: 'Adults' }).record).owner).toBe('adults');
    expect(ombudsman.place(taken({ Stream: 'Stockport Homes' }).record).owner).toBeNull();
  });

  it('may be about any stream that there is', () => {
    const further = { ...registerFacts, streams: ['corporate', 'housing'] };
    const mapped = mapRegisterRow(registerRow({ Stream: ' HOUSING' }), further);
    expect(mapped).toMatchObject({ kind: 'taken', faults: [], record: { stream: 'HOUSING' } });
    expect(mapRegisterRow(registerRow({ Stream: 'Adults' }), further)).toMatchObject({
      faults: [{ code: 'UNKNOWN_STREAM', value: 'Adults' }],
    });
  });

  it('is said of every part that is missing', () => {
    const mapped = map({ Ombudsman: '', 'Ombudsman ref': '', Received: 'soon' });
    expect(mapped.kind === 'quarantined' && mapped.faults.map(({ code }) => code)).toEqual([
      'NO_IDENTITY',
      'NO_IDENTITY',
      'RECEIVED_UNREADABLE',
    ]);
  });

  it('is no cell that shows an error, though there is a digit in it', () => {
    const error = (column: string) => ({ marks: { [column]: ['error' as const] } });
    expect(map({ 'Ombudsman ref': '#DIV/0!' }, error('Ombudsman ref')).kind).toBe('quarantined');
    expect(map({ Received: '#N/A' }, error('Received')).kind).toBe('quarantined');
  });
});

describe('whose complaint it was', () => {
  it.each([
    ['corporate', 'CORPORATE', null],
    [' ADULTS ', 'ADULTS', null],
    ["Children's", 'CHILDRENS', null],
    ['children’s', 'CHILDRENS', null],
    ['Schools', 'SCHOOLS', null],
    ['stockport  HOMES', null, 'stockport-homes'],
  ])('%s', (Stream, stream, partner) => {
    const { record, codes } = taken({ Stream });
    expect({ stream: record.stream, partner: record.partner, codes }).toEqual({ stream, partner, codes: [] });
  });

  it.each([
    ['Highways', 'UNKNOWN_STREAM'],
    ['', 'STREAM_MISSING'],
  ])('is nobody’s where it is %j', (Stream, code) => {
    const { record, codes } = taken({ Stream });
    expect(record).toMatchObject({ stream: null, partner: null, streamWritten: Stream || null });
    expect(codes).toEqual([['Stream', code]]);
  });
});

describe('a decision', () => {
  it.each([
    ['UPHELD', true, 'UPHELD'],
    ['upheld - fault, no injustice', true, 'UPHELD'],
    [' Upheld: already remedied', true, 'UPHELD'],
    ['Not upheld', false, 'NOT_UPHELD'],
    ['Closed after initial enquiries - out of jurisdiction', false, 'CLOSED_AFTER_INITIAL_ENQUIRIES'],
    ['Premature - referred back for local resolution', false, 'REFERRED_BACK'],
    ['Advice given', false, 'ADVICE_GIVEN'],
    ['Invalid or incomplete', false, 'INVALID_OR_INCOMPLETE'],
    ['Partly upheld', false, null],
  ])('of the LGSCO: %s', (Decision, upheld, lgscoDecision) => {
    expect(taken({ Decision }).record).toMatchObject({
      ...{ upheld, lgscoDecision, decision: Decision.trim(), findings: [] },
    });
  });

  it.each([
    ['No maladministration', [[null, 'No maladministration', 'NO_MALADMINISTRATION']]],
    ['Severe maladministration', [[null, 'Severe maladministration', 'SEVERE_MALADMINISTRATION']]],
    ['MALADMINISTRATION (repairs)', [[null, 'MALADMINISTRATION (repairs)', 'MALADMINISTRATION']]],
    [
      'Repairs: service failure; Handling: Reasonable redress;',
      [
        ['Repairs', 'service failure', 'SERVICE_FAILURE'],
        ['Handling', 'Reasonable redress', 'REASONABLE_REDRESS'],
      ],
    ],
    ['Maladministration: repairs', [[null, 'Maladministration: repairs', 'MALADMINISTRATION']]],
    ['Something new', [[null, 'Something new', null]]],
  ])('of the Housing Ombudsman, kept as it is: %s', (Decision, findings) => {
    const { record } = taken({ Ombudsman: 'HO', Decision });
    expect(record).toMatchObject({ decision: Decision, upheld: null, lgscoDecision: null });
    expect(record.findings.map(({ issue, finding, category }) => [issue, finding, category])).toEqual(
      findings,
    );
  });

  it('is upheld where the Housing Ombudsman’s begins so, too', () => {
    expect(taken({ Ombudsman: 'HO', Decision: 'Upheld' }).record.upheld).toBe(true);
  });
});

describe('the other days', () => {
  it.each<[Cells, string, string, object]>([
    [{ 'Reply due': '31/02/2021' }, 'Reply due', 'REPLY_DUE_UNREADABLE', { replyDueOn: null }],
    [{ 'Reply sent': 'soon' }, 'Reply sent', 'REPLY_SENT_UNREADABLE', { replySentOn: null }],
    [{ 'Reply sent': '02/04/2020' }, 'Reply sent', 'REPLY_SENT_BEFORE_RECEIVED', { replySentOn: null }],
    [{ Decided: '2021-13-04' }, 'Decided', 'DECIDED_UNREADABLE', { decidedOn: null, upheld: true }],
    [{ Decided: '02/04/2020' }, 'Decided', 'DECIDED_BEFORE_RECEIVED', { decidedOn: null, upheld: true }],
    [{ Decided: '02/06/2024' }, 'Decided', 'DECIDED_IN_FUTURE', { decidedOn: null, upheld: true }],
    [{ Decided: '01/01/1900' }, 'Decided', 'DECIDED_UNREADABLE', { decidedOn: null }],
    [{ 'Reply sent': '02/06/2024' }, 'Reply sent', 'REPLY_SENT_IN_FUTURE', { replySentOn: null }],
    [{ 'Reply due': '31/12/9999' }, 'Reply due', 'REPLY_DUE_UNREADABLE', { replyDueOn: null }],
    [
      { 'Remedy done': '02/06/2024' },
      'Remedy done',
      'REMEDY_DONE_IN_FUTURE',
      { remedies: [{ text: 'Training', dueOn: '2021-08-05', doneOn: null }] },
    ],
    [{ Decided: '' }, 'Decided', 'DECISION_NOT_DATED', { decidedOn: null, upheld: true }],
    [
      { 'Remedy due': '?' },
      'Remedy due',
      'REMEDY_DUE_UNREADABLE',
      { remedies: [{ text: 'Training', dueOn: null, doneOn: '2021-07-30' }] },
    ],
    [
      { 'Remedy done': '?' },
      'Remedy done',
      'REMEDY_DONE_UNREADABLE',
      { remedies: [{ text: 'Training', dueOn: '2021-08-05', doneOn: null }] },
    ],
    [
      { Remedy: ';' },
      'Remedy due',
      'REMEDY_NOT_NAMED',
      { remedies: [{ text: null, dueOn: '2021-08-05', doneOn: '2021-07-30' }] },
    ],
  ])('%j is a fault, and the row is taken', (cells, column, code, expected) => {
    const { record, codes } = taken(cells);
    expect(codes).toEqual([[column, code]]);
    expect(record).toMatchObject(expected);
  });

  it('may be the day of receipt itself', () => {
    const { record, codes } = taken({ 'Reply sent': '03/04/2020', Decided: '2020-04-03' });
    expect(codes).toEqual([]);
    expect(record).toMatchObject({ replySentOn: '2020-04-03', decidedOn: '2020-04-03' });
  });

  it('are those of every remedy', () => {
    const days = { dueOn: '2021-08-05', doneOn: '2021-07-30' };
    expect(taken({ Remedy: 'Apology; £150 for distress ;' }).record.remedies).toEqual([
      { text: 'Apology', ...days },
      { text: '£150 for distress', ...days },
    ]);
  });
});

describe('what only a workbook has', () => {
  const marks = (...found: [RegisterColumn, 'formula' | 'merged' | 'error'][]) => ({
    marks: Object.fromEntries(found.map(([column, mark]) => [column, [mark]])),
  });

  it('a formula counts by what it gave, with a fault; nothing where it gave nothing', () => {
    const { record, faults } = taken(
      { 'Reply due': '' },
      marks(['Received', 'formula'], ['Reply due', 'formula']),
    );
    expect(record).toMatchObject({ receivedOn: '2020-04-03', replyDueOn: null });
    expect(faults.map(({ column, code, value }) => [column, code, value])).toEqual([
      ['Received', 'FORMULA', '43924'],
      ['Reply due', 'FORMULA', null],
    ]);
  });

  it('merged cells are told once a row', () => {
    const { codes } = taken(
      { Decision: '', Decided: '' },
      marks(['Decided', 'merged'], ['Decision', 'merged']),
    );
    expect(codes).toEqual([['Decided', 'MERGED_CELLS']]);
    expect(map({ Ombudsman: '' }, marks(['Ombudsman', 'merged']))).toMatchObject({
      kind: 'quarantined',
      faults: [{ code: 'MERGED_CELLS' }, { code: 'NO_IDENTITY' }],
    });
  });

  it('an error is empty, and a day that shows one cannot be read', () => {
    const { record, codes } = taken(
      { 'Our ref': '#REF!', Decision: '#N/A', Decided: '#N/A', Remedy: '#N/A', Stream: '#N/A' },
      marks(
        ['Our ref', 'error'],
        ['Decision', 'error'],
        ['Decided', 'error'],
        ['Remedy', 'error'],
        ['Stream', 'error'],
      ),
    );
    expect(record).toMatchObject({ ourReference: null, decision: null, decidedOn: null, stream: null });
    expect(codes).toEqual([
      ['Decided', 'DECIDED_UNREADABLE'],
      ['Decision', 'ERROR_CELL'],
      ['Stream', 'ERROR_CELL'],
      ['Stream', 'STREAM_MISSING'],
      ['Our ref', 'ERROR_CELL'],
      ['Remedy', 'ERROR_CELL'],
      ['Remedy due', 'REMEDY_NOT_NAMED'],
    ]);
  });

  it('what stands beside the table is kept, and no reason to leave the row out', () => {
    const ragged = { kind: 'long', found: 13, expected: 12, beyond: ['call Ann'] } as const;
    expect(taken({}, { ragged }).codes).toEqual([[null, 'BESIDE_THE_TABLE']]);
  });
});

describe('where the register’s cases go', () => {
  it('is one keeper, in the order of the sheet', () => {
    const { record } = taken();
    expect(ombudsman.place(record)).toEqual({
      ...{ keeper: 'ombudsman', order: 0, kept: record, owner: 'corporate' },
      days: ['2020-04-03', '2020-04-29', '2021-07-08', '2021-07-30'],
    });
    expect(ombudsman.findings.OUR_REFERENCE_NOT_FOUND?.column).toBe('Our ref');
  });
});
