import { siteCommandParts } from './site-command-parts';

const join = (graph: string) => `@join__field(graph: ${graph})`;
const SUPERGRAPH = `
type Query {
  birdsGroups: [CaseGroup!] ${join('BIRDS')}
  birdsComplaint(id: ID!): BirdsComplaint ${join('BIRDS')}
  other: String
}
type Mutation {
  answerBirdsComplaint(key: ID!, id: ID!, version: Int!, on: Date!, limit: String! = "A"): CommandResult ${join('BIRDS')}
  answerFishComplaint(key: ID!, id: ID!, version: Int!, on: Date!): CommandResult ${join('FISH')}
  recordBirdsComplaint(key: ID!, input: Input!): CommandResult ${join('BIRDS')}
  sendBirdsLetter(key: ID!, id: ID!, version: Int!): LetterResult ${join('BIRDS')}
  assignBirdsComplaints(key: ID!, id: ID!, version: Int!): ManyResult ${join('BIRDS')}
  noteOmbudsmanCase(key: ID!, id: ID!, version: Int!, words: String!): OmbudsmanCommandResult ${join('OMBUDSMAN')}
}`;

describe('the site’s operations for commands', () => {
  const parts = new Map(siteCommandParts(SUPERGRAPH).map(({ path, text }) => [path, text]));
  const part = (name: string) => parts.get(`site/operations/${name}`) ?? '';

  it('are one for each command on what is there, of every stream that has it', () => {
    expect(part('case-commands.generated.graphql').match(/mutation \w+/g)).toEqual([
      'mutation DoAnswerBirdsComplaint',
      'mutation DoAnswerFishComplaint',
    ]);
    expect(part('case-commands.generated.graphql')).toContain('  $limit: String! = "A"\n');
    expect(part('enquiry-commands.generated.graphql')).toContain('noteOmbudsmanCase(key: $key, id: $id,');
    expect(part('case-questions.generated.graphql')).toContain(
      'query CaseOnPageOfBirds($id: ID!, $first: Int!, $after: String) {\n  complaint: birdsComplaint(id: $id) { ...CaseOnPageParts }',
    );
    expect(part('case-questions.generated.ts')).toContain('BIRDS: operations.CasePointsOfBirdsDocument');
    expect(part('case-groups.generated.graphql')).toContain('groups: birdsGroups { id name members }');
  });

  it('are apart for what records', () => {
    expect(part('record-commands.generated.graphql').match(/mutation \w+/g)).toEqual([
      'mutation DoRecordBirdsComplaint',
    ]);
    expect(part('record-commands.generated.ts')).toContain(
      `export const RECORD_COMMANDS = {
  recordComplaint: {
    BIRDS: operations.DoRecordBirdsComplaintDocument,`,
    );
  });

  it('stand in a table by what is done and by stream', () => {
    expect(part('case-commands.generated.ts')).toContain(
      `  answerComplaint: {
    BIRDS: operations.DoAnswerBirdsComplaintDocument,
    FISH: operations.DoAnswerFishComplaintDocument,
  },
} as const;`,
    );
    expect(part('case-groups.generated.ts')).toContain('BIRDS: operations.GroupsOfBirdsDocument');
  });
});
