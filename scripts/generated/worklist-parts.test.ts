import { parse } from 'graphql';
import { worklistCommands, worklistQueries } from './worklist-parts';

it('gives a stream GraphQL under its own names, open to those who work on complaints', () => {
  const text = `type Query {${worklistQueries('transport', 'complaints of buses')} } type Mutation {${worklistCommands('transport')}}`;
  expect(() => parse(text)).not.toThrow();
  for (const name of [
    ...['transportWorklist(', 'transportWorklistCounts(', 'transportGroups', 'transportAbsences('],
    ...[
      'saveTransportGroup(',
      'recordTransportAbsence(',
      'assignTransportComplaints(',
      'handOverTransportWork(',
    ],
  ])
    expect(text).toContain(name);
  expect(text.match(/requiresScopes\(scopes: \[\["casework"\]\]\)/g)).toHaveLength(9);
});
