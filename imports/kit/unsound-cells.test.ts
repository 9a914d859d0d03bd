import { childrensFacts, complaintRow } from '../childrens/testing';
import { correctedRow } from '../corrections';
import type { RawRow } from '../record';
import { sources } from '../sources';
import { corporateRow, testFacts } from '../testing';

const corporate = (row: RawRow) => sources['corporate-crm'].map(row, testFacts);
const told = (row: RawRow) => {
  const mapped = corporate(row);
  return mapped.kind === 'noRow' ? mapped : [mapped.kind, mapped.faults];
};
const WRONG = 'LOOKS_WRONGLY_DECODED';

describe('text that looks wrongly decoded', () => {
  it.each(['Â£40', 'cafÃ©', 'Staffâ€™s', 'a â€“ b', 'ï»¿Late', 'ï¿½', 'ðŸ˜€', 'MichaÅ‚', 'caf\ufffd'])(
    'is loaded as it is, with a note: %s',
    (written) => {
      const fault = { line: 5, column: 'Category', code: WRONG, value: written };
      expect(told(corporateRow({ Category: written }))).toEqual(['taken', [expect.objectContaining(fault)]]);
      expect(corporate(corporateRow({ Category: written }))).toMatchObject({ record: { theme: written } });
    },
  );

  it.each(['£40', 'café', 'Staff’s', 'ZOË’S', 'Âge', 'ÎLE – “à côté”', '100 €', 'ångström'])(
    'is not what is rightly so: %s',
    (written) => {
      expect(told(corporateRow({ Category: written }))).toEqual(['taken', []]);
    },
  );

  it('is noted beside other faults, and not repeated where it is personal', () => {
    const row = corporateRow({ Summary: 'Paid Â£40', Stage: '9', 'Case Type': 'Schools Complaint' });
    expect(corporate(row)).toMatchObject({
      ...{ kind: 'quarantined', owner: 'schools' },
      faults: [{ code: 'STAGE_UNREADABLE' }, { column: 'Summary', code: WRONG, value: null }],
    });
    expect(told(corporateRow({ Category: 'Âge', Summary: 'Paid Â£40' }))).toEqual([
      'taken',
      [expect.objectContaining({ column: 'Summary', code: WRONG })],
    ]);
  });

  it('is found in lines of JSON too, and what is personal stays out', () => {
    const row = complaintRow({ complainant: { name: 'ZoÃ«' } });
    const mapped = sources.childrens.map(row, childrensFacts);
    expect(mapped).toMatchObject({
      kind: 'taken',
      faults: [{ column: 'complainant.name', code: WRONG, value: null }],
    });
  });
});

it('says of every source that its rows may have such faults', () => {
  for (const { faults } of Object.values(sources))
    expect(Object.keys(faults)).toEqual(expect.arrayContaining(['NUL_BYTES', WRONG]));
});

describe('a row with NUL bytes', () => {
  it('is in quarantine for them, as its stream’s', () => {
    const row = corporateRow({ Category: 'Del␀ay', Surname: '␀' });
    expect(corporate(row)).toMatchObject({
      ...{ kind: 'quarantined', owner: 'corporate' },
      faults: [
        { column: 'Category', code: 'NUL_BYTES', value: 'Del␀ay' },
        { column: 'Surname', code: 'NUL_BYTES', value: null },
      ],
    });
  });

  it('is so where it has too few cells, or would be no row or left out', () => {
    const short = { kind: 'short', found: 1, expected: 26, beyond: [] } as const;
    const padding = { line: 9, cells: { 'Case Ref': '␀␀␀' }, ragged: short };
    expect(corporate(padding)).toMatchObject({ kind: 'quarantined', faults: [{ code: 'NUL_BYTES' }] });
    const beyond = { ...short, kind: 'long', beyond: ['␀'] } as const;
    expect(corporate({ ...corporateRow(), ragged: beyond })).toMatchObject({
      ...{ kind: 'quarantined', faults: [{ column: null, code: 'NUL_BYTES' }] },
    });
    expect(corporate(corporateRow({ 'Case Type': 'Compliment', Ward: '␀' }))).toMatchObject({
      ...{ kind: 'quarantined', faults: [{ column: 'Ward', code: 'NUL_BYTES' }] },
    });
  });

  it('counts again once each of them is corrected', () => {
    const raw = corporateRow({ Category: 'Del␀ay', Ward: '␀' }).cells;
    const corrected = (cells: Readonly<Record<string, string>>) =>
      corporate(correctedRow({ line: 5, raw, cells }, sources['corporate-crm'])).kind;
    expect(corrected({ Category: 'Delay' })).toBe('quarantined');
    expect(corrected({ Category: 'Delay', Ward: '' })).toBe('taken');
  });
});
