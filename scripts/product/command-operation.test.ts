import { commandOperation, composedGraph } from './command-operation';

const graph = composedGraph();
const saidOf = (type: string) => (type === 'CommandResult' ? '... on CommandDone { version }' : '__typename');

describe('a mutation as a program writes it', () => {
  it('has a variable of the right type for each argument, and asks what its answer has', () => {
    const given = { key: 'k', id: 'i', version: 1 };
    expect(commandOperation(graph, { mutation: 'acceptCorporateComplaint', given, saidOf })).toBe(
      'mutation($key: ID!, $id: ID!, $version: Int!) { said: acceptCorporateComplaint(key: $key, id: $id, version: $version) { ... on CommandDone { version } } }',
    );
  });

  it('is none of what the graph does not have', () => {
    const asked = (mutation: string, given: object) => () =>
      commandOperation(graph, { mutation, given: { ...given }, saidOf });
    expect(asked('acceptNothing', {})).toThrow('The graph has no mutation acceptNothing');
    expect(asked('acceptCorporateComplaint', { on: '2026-04-01' })).toThrow('takes no on');
  });
});
