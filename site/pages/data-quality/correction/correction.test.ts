import { changedCells, readCorrection } from './cell-form';
import { correctableColumns, isRaggedRow, otherCells, referenceColumn } from './columns';
import { correctionView } from './correction-view';
import { historyView } from './history';
import { type Decided, refusalOf } from './refusal';

const CELLS = [
  { column: 'Case Ref', value: '100' },
  { column: 'Date Received', value: 'soon' },
  { column: 'Summary', value: 'one\r\ntwo' },
  { column: '(sheet)', value: '2021-22' },
];
const UNREADABLE = { column: 'Date Received', code: 'RECEIVED_UNREADABLE', value: 'soon', action: 'Kept.' };
const came = new Map(CELLS.map(({ column, value }) => [column, value]));
const columns = correctableColumns(CELLS, [UNREADABLE]);

describe('the form of a correction', () => {
  it('has the columns of the row, and those that are missed in it', () => {
    expect(columns).toEqual(['Case Ref', 'Date Received', 'Summary']);
    expect(correctableColumns([], [{ ...UNREADABLE, column: 'caseNumber' }])).toEqual(['caseNumber']);
    expect(correctableColumns([{ column: '(line)', value: '{' }], [])).toEqual(['(line)']);
    expect(otherCells(CELLS)).toEqual([{ column: '(sheet)', value: '2021-22' }]);
    expect([referenceColumn(columns), referenceColumn(['Stage'])]).toEqual(['Case Ref', null]);
  });

  it('sends what should read otherwise, and no cell whose line ends alone are a browser’s', () => {
    const typed = readCorrection(
      { 'cell-0': '100', 'cell-1': '04/05/2021', 'cell-2': 'one\r\ntwo', reason: ' Letter ' },
      columns,
    );
    expect(changedCells(typed, { came, isRagged: false })).toEqual([
      { column: 'Date Received', value: '04/05/2021' },
    ]);
    expect(changedCells(typed, { came, isRagged: true })).toHaveLength(3);
    expect([typed.reason, typed.acceptFaults]).toEqual([' Letter ', []]);
  });

  it('takes no field twice, and none that was not shown', () => {
    const typed = readCorrection(
      { 'cell-0': ['1', '2'], 'cell-9': 'x', acceptFaults: ['A', 'B'], toString: 'x' },
      columns,
    );
    expect([...typed.cells]).toEqual([['Case Ref', '']]);
    expect([typed.reason, typed.acceptFaults]).toEqual(['', ['A', 'B']]);
    expect(readCorrection({ acceptFaults: 'A' }, columns).acceptFaults).toEqual(['A']);
  });

  it('knows a row whose cells cannot be told apart', () => {
    expect(isRaggedRow([{ ...UNREADABLE, code: 'ROW_TOO_LONG' }])).toBe(true);
    expect(isRaggedRow([UNREADABLE])).toBe(false);
  });

  it('shows the cells with a reason first, and what was typed', () => {
    const typed = readCorrection({ 'cell-1': '31/02/2021', reason: 'Letter' }, columns);
    const refused = refusalOf({ __typename: 'StillQuarantined', faults: [UNREADABLE] }, 'Case Ref');
    const view = correctionView({ cells: CELLS, reasons: [UNREADABLE], typed, refused });
    expect(view.wrong).toMatchObject([
      {
        id: 'cell-1',
        written: 'soon',
        value: '31/02/2021',
        errors: [expect.stringContaining('Look the day up')],
      },
    ]);
    expect(view.others.map(({ column, isLong }) => [column, isLong])).toEqual([
      ['Case Ref', false],
      ['Summary', true],
    ]);
    expect(view.summary?.problems).toEqual([
      { href: '#cell-1', says: expect.stringMatching(/^Date Received: The day of receipt cannot be read/) },
    ]);
    expect(view.reason).toBe('Letter');
  });
});

describe('the refusal of a decision', () => {
  const before = { kind: 'DISMISS', decidedBy: 'cora', decidedAt: '2026-11-29T14:03:00Z', reason: 'A test' };
  const faults = [{ ...UNREADABLE, code: 'UNKNOWN_SERVICE', column: 'Service' }];

  it.each<[string, Decided, string, unknown]>([
    ['cells', { __typename: 'CellsUnusable', message: 'Give one.' }, 'Give one.', 'row'],
    ['reason', { __typename: 'ReasonUnusable', message: 'Say why.' }, 'Say why.', 'reason'],
    ['faults', { __typename: 'FaultsRemain', faults }, 'Unknown service.', { column: 'Service' }],
    [
      'held',
      { __typename: 'RecordHeld', message: 'Held (run 7, line 3).' },
      '(import 7, line 3)',
      { column: 'Case Ref' },
    ],
    ['left out', { __typename: 'WouldBeLeftOut', leftOutFor: 'No complaint.' }, '(No complaint)', 'row'],
    [
      'others',
      { __typename: 'AmendedAlready', decided: before },
      'cora dismissed it on 29 Nov 2026, 14:03: “A test”.',
      'row',
    ],
    ['nothing left', { __typename: 'AmendedAlready', decided: null }, 'nothing to take back', 'row'],
    ['stream', { __typename: 'OtherStream' }, 'not cleared', 'row'],
    ['undone', { __typename: 'BeingUndone' }, 'goes with its import', 'row'],
    ['unknown', { __typename: 'SomethingNew' }, 'Load the page again', 'row'],
  ])('is told in words, at its field: %s', (_, decided, says, field) => {
    const refused = refusalOf(decided, 'Case Ref');
    expect(refused?.problems).toEqual([{ says: expect.stringContaining(says), field }]);
    const { summary } = correctionView({ cells: CELLS, reasons: [], typed: null, refused });
    expect(summary?.problems).toHaveLength(1);
  });

  it('is none where it was accepted, and names what may be accepted', () => {
    expect(refusalOf({ __typename: 'Amended' }, null)).toBeNull();
    expect(
      refusalOf({ __typename: 'FaultsRemain', faults: [...faults, ...faults] }, null)?.acceptable,
    ).toEqual(['UNKNOWN_SERVICE']);
    expect(refusalOf({ __typename: 'RecordHeld', message: 'Held.' }, null)?.problems[0]?.field).toBe('row');
  });
});

describe('what was decided on a row', () => {
  it('is told with the newest first, and why it could not be carried out', () => {
    const decided = { reason: 'Why', decidedBy: 'olu', decidedAt: '2026-11-29T14:03:00Z' };
    expect(
      historyView([
        { ...decided, kind: 'CORRECT', state: 'REFUSED', refusal: 'RECORD_HELD', import: null },
        { ...decided, kind: 'CORRECT', state: 'DONE', refusal: null, import: { id: '9' } },
      ]).map(({ what, state }) => [what, state]),
    ).toEqual([
      ['Corrected', 'in effect, as import 9'],
      ['Corrected', 'not carried out: another row of that record is held by now. The row waits again.'],
    ]);
    expect(historyView(null)).toEqual([]);
  });
});
