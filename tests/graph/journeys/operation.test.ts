import { commandOperation } from './operation';

describe('a mutation as a program writes it', () => {
  it('has a variable of the right type for each argument', () => {
    const operation = commandOperation('acceptCorporateComplaint', { key: 'k', id: 'i', version: 1 });
    expect(operation).toContain('mutation($key: ID!, $id: ID!, $version: Int!)');
    expect(operation).toContain('said: acceptCorporateComplaint(key: $key, id: $id, version: $version)');
    expect(operation).toContain('... on CommandDone');
  });

  it('is none of what the graph does not have', () => {
    expect(() => commandOperation('acceptNothing', {})).toThrow('The graph has no mutation acceptNothing');
    expect(() => commandOperation('acceptCorporateComplaint', { on: '2026-04-01' })).toThrow('takes no on');
  });
});
