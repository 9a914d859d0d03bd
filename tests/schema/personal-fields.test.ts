import fs from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import { publicParts, publicSchema } from './public-schema';

const SUPERGRAPH = fs.readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');

/**
 * What a stream alone tells of a complaint and is no personal data, with why: it says what the council did, or which public place or
 * body the matter is about. Whatever says something of a person has the scope `accounts` (decision 39).
 */
const FACTS: Readonly<Record<string, string>> = {
  'AdultsComplaint.planAgreed': 'what the council did',
  'ChildrensComplaint.advocateOffered': 'what the council did',
  'ChildrensComplaint.investigation': 'that there was one; its people are guarded',
  'ChildrensComplaint.reviewPanel': 'its days; its people are guarded',
  'CorporateComplaint.ward': 'a place of ten thousand people',
  'SchoolsComplaint.school': 'the body that the complaint is about',
};

/** Fields of a complaint's own type that the interface has not, and that neither a scope guards nor the list names. */
function undecided(schema: GraphQLSchema, facts: Readonly<Record<string, string>>): string[] {
  const common = new Set(
    publicParts(schema).flatMap(({ name }) => /^Complaint\.(\w+)$/.exec(name)?.[1] ?? []),
  );
  return publicParts(schema)
    .filter(({ name, scopes }) => /^\w+Complaint\.\w+$/.test(name) && !scopes?.flat().includes('accounts'))
    .map(({ name }) => name)
    .filter((name) => isObjectType(schema.getType(name.split('.')[0] ?? '')))
    .filter((name) => !common.has(name.split('.')[1] ?? '') && !Object.hasOwn(facts, name));
}

describe('what a stream alone tells of a complaint', () => {
  it('is guarded as an account is, or was decided to say nothing of a person', () => {
    expect(undecided(publicSchema(SUPERGRAPH), FACTS)).toEqual([]);
  });

  it('has no line in the list for a field that is gone, or guarded by now', () => {
    const open = new Map(publicParts(publicSchema(SUPERGRAPH)).map(({ name, scopes }) => [name, scopes]));
    expect(Object.keys(FACTS).filter((name) => open.get(name) !== null)).toEqual([]);
  });

  it('is seen where it is open and nobody has decided about it', () => {
    const schema = buildSchema(
      `directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
       type Query { a: Complaint } interface Complaint { id: ID! }
       type MadeComplaint implements Complaint { id: ID! age: Int own: Int @requiresScopes(scopes: [["accounts"]]) }
       input SeenComplaint { id: ID! version: Int! }`,
    );
    expect(isObjectType(schema.getType('MadeComplaint'))).toBe(true);
    expect(undecided(schema, FACTS)).toEqual(['MadeComplaint.age']);
  });
});
