import { buildSchema } from 'graphql';
import type { RecordSet } from '../../platform/records/record-set';
import { recordSetEntries } from './record-set-entries';

const schema = buildSchema('type Query { a: OmbudsmanCase } type OmbudsmanCase { id: ID }');
const CASES: RecordSet = {
  ...{ name: 'ombudsman-cases', part: 'ombudsman', scope: 'facts', field: 'records', filter: 'Filter' },
  description: 'A case a row.',
  columns: [
    { name: 'id', type: 'text', description: 'The case.' },
    { name: 'replyDueOn', type: 'day', description: 'The day.' },
  ],
};

describe('a record set', () => {
  it('is followed by its columns, each with what it is called at each door', () => {
    const [set, id, due] = recordSetEntries([CASES], { schema, scopes: null });
    const names = { graph: 'OmbudsmanCase', file: '/exports/ombudsman-cases', odata: 'OmbudsmanCases' };
    expect(set?.names).toEqual({ ...names, sql: 'bi.ombudsman_cases' });
    expect(id?.names.graph).toBe('OmbudsmanCase.id');
    expect(due).toMatchObject({
      ...{ within: 'record-set:ombudsman-cases', type: 'day', scopes: ['facts'] },
      names: { graph: null, file: 'replyDueOn', sql: 'bi.ombudsman_cases.reply_due_on' },
    });
  });

  it('is left out where its scope is not held', () => {
    expect(recordSetEntries([CASES], { schema, scopes: ['figures'] })).toEqual([]);
    expect(recordSetEntries([CASES], { schema, scopes: ['facts'] })).toHaveLength(3);
  });
});
