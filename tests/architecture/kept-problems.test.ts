import { keptTable, nothingPersonal, whoActed, whyActed } from '../../platform/personal-data/kept-table';
import { keptProblems } from './kept-problems';

const column = (name: string) => ({ schema: 'part', table: 'row', column: name });
const row = keptTable('row', { personal: [whoActed('decided_by')], plain: 'id', holds: 'ids' });

describe('what a part says that it keeps', () => {
  it('is whole where each column of text is told once', () => {
    expect(keptProblems([column('id'), column('decided_by')], { part: [row] })).toEqual([]);
  });

  it('is not, where a column is told nowhere, is not there, or is told twice', () => {
    expect(keptProblems([column('id'), column('decided_by'), column('note')], { part: [row] })).toEqual([
      'part.row.note is told nowhere: say in kept-data.ts whether it is personal',
    ]);
    expect(keptProblems([column('id')], { part: [row] })).toEqual([
      'part.row.decided_by is told, and is not there',
    ]);
    const both = keptTable('row', { personal: [whyActed('id')], plain: 'id', holds: 'ids' });
    expect(keptProblems([column('id')], { part: [both] })).toEqual([
      'part.row.id is told twice: it is personal or it is not',
    ]);
  });

  it('belongs to its own schema and table', () => {
    expect(
      keptProblems([{ ...column('id'), schema: 'other' }], { part: [nothingPersonal('row', 'ids', 'id')] }),
    ).toHaveLength(2);
  });
});
