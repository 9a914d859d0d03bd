import { CORPORATE_COLUMNS } from '../../imports/corporate-crm/columns';
import type { RawRow } from '../../imports/record';
import { sources } from '../../imports/sources';
import { corporateRow, testFacts } from '../../imports/testing';
import { noticesOf } from './notices';
import { watchRows } from './watch-rows';

const total = corporateRow(Object.fromEntries(CORPORATE_COLUMNS.map((column) => [column, ''])));
const totalRow: RawRow = { ...total, cells: { ...total.cells, 'Case Ref': 'Total', 'Case Type': '770' } };
const cutOff = (row: RawRow): RawRow => ({
  ...{ ...row, line: 9 },
  ragged: { kind: 'short', found: 3, expected: 26, beyond: [], isCutOff: true },
});
const complaint = corporateRow();
const compliment = corporateRow({ 'Case Type': 'Compliment' });

/** What is said of a corporate file with these rows. */
function noticesFor(rows: readonly RawRow[], name: keyof typeof sources = 'corporate-crm') {
  const { source, seen } = watchRows(sources[name]);
  let read = 0;
  for (const row of rows) if (source.map(row, testFacts).kind !== 'noRow') read += 1;
  const counts = { read, loaded: read, updated: 0, copies: 0, leftOut: 0, quarantined: 0 };
  return noticesOf({ counts }, { source, seen });
}

describe('what to look at in a file', () => {
  it('is nothing where it ends as exports do', () => {
    expect(noticesFor([complaint, compliment, totalRow])).toEqual([]);
    expect(noticesFor([complaint, cutOff(totalRow)])).toEqual([]);
  });

  it('is that rows are missing, where there is none', () => {
    expect(noticesFor([totalRow])).toEqual([expect.stringContaining('its header and no rows')]);
    expect(noticesFor([], 'calls')).toEqual([expect.stringContaining('its header and no rows')]);
  });

  it('is that the system ends its exports with a Total line, where there is none', () => {
    expect(noticesFor([complaint])).toEqual([
      expect.stringMatching(/^The file has no Total line, with which exports of the corporate system end/),
    ]);
  });

  it.each([
    ['quarantined', complaint],
    ['left out', compliment],
  ])('is that it seems to be cut off, where its last row was %s', (_, row) => {
    expect(noticesFor([complaint, cutOff(row)])).toEqual([
      expect.stringMatching(/^Line 9, the last, is short and has no line end/),
      expect.stringContaining('no Total line'),
    ]);
  });
});

it('a source that is watched maps as it did', () => {
  const { source, seen } = watchRows(sources['corporate-crm']);
  expect(source.map(complaint, testFacts)).toEqual(sources['corporate-crm'].map(complaint, testFacts));
  expect(seen.rows).toBe(1);
  source.map(compliment, testFacts);
  source.map(compliment, testFacts);
  expect([...seen.leftOut]).toEqual([['Case type: Compliment', 2]]);
});
