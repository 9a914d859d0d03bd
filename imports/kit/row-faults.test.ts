import type { RawRow } from '../record';
import { faultsFor } from './row-faults';

const row = { line: 7, cells: { Colour: ' blue ', Name: 'Somebody' } };
const start = () =>
  faultsFor<'Colour' | 'Name' | 'Size', 'ODD'>({
    actions: { ODD: 'Kept.' },
    personalColumns: new Set(['Name']),
  })(row);

describe('the notes of a row', () => {
  it('repeat what a cell says, without the spaces around it, and what was done', () => {
    const notes = start();
    notes.add('Colour', 'ODD');
    expect(notes.faults).toEqual([
      { line: 7, column: 'Colour', code: 'ODD', value: 'blue', action: 'Kept.' },
    ]);
  });

  it('repeat the beginning of a long cell, on one line, and keep the cell as it is', () => {
    const long = `blue\u0007\n${'x'.repeat(200)}`;
    const notes = faultsFor<'Colour', 'ODD'>({
      actions: { ODD: 'Kept.' },
      personalColumns: new Set(),
    })({ line: 7, cells: { Colour: long } });
    notes.add('Colour', 'ODD');
    expect(notes.faults[0]?.value).toBe(`blue\ufffd ${'x'.repeat(93)}…`);
    expect(notes.cell('Colour')).toBe(long);
  });

  it('never repeat a personal column, and have no value where the whole row is at fault', () => {
    const notes = start();
    notes.add('Name', 'ODD');
    notes.add(null, 'ODD');
    expect(notes.faults.map(({ value }) => value)).toEqual([null, null]);
  });

  it('say of a row that ends the file without a line end that the file seems to be cut off', () => {
    const short = { kind: 'short', found: 1, expected: 2, beyond: [] } as const;
    const actionOf = (ragged: RawRow['ragged'], column: 'Colour' | null) => {
      const cut = faultsFor<'Colour', 'ODD'>({
        actions: { ODD: 'Kept.' },
        personalColumns: new Set(),
      })({ ...row, ...(ragged ? { ragged } : {}) });
      cut.add(column, 'ODD');
      return cut.faults[0]?.action;
    };
    expect(actionOf({ ...short, isCutOff: true }, null)).toMatch(
      /^Kept\. It is the last row .* cut off: export/,
    );
    expect(actionOf({ ...short, isCutOff: true }, 'Colour')).toBe('Kept.');
    expect(actionOf(short, null)).toBe('Kept.');
  });

  it('read a cell that is not there as blank', () => {
    expect(start().cell('Size')).toBe('');
  });
});
