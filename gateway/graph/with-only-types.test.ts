import { readFileSync } from 'node:fs';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse, print } from 'graphql';
import { readPartTypes } from './part-types';
import { withOnlyTypes } from './with-only-types';

const supergraph = readFileSync('schema/supergraph.graphql', 'utf8');
const planner = new QueryPlanner(supergraph);
const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)), { assumeValidSDL: true });
const partTypes = readPartTypes(supergraph);

const asked = (query: string) => withOnlyTypes(parse(query), { schema, partTypes });
const written = (query: string) => print(asked(query)).replace(/\s+/g, ' ').trim();
const plan = (query: string) => planner.planAsync(query, null, new Set(), 50, AbortSignal.timeout(5_000));

const conflicts = (complaint: string) =>
  `{ corporateConflicts(first: 1) { edges { node { subject complaint { ${complaint} } } } } }`;
const CASES = 'ombudsmanCases { id complaint { reference } }';

describe('a question that comes to complaints of which its part knows one kind', () => {
  it.each([
    ['what another part knows of it', conflicts(`reference ${CASES}`)],
    ['another kind beside it', conflicts(`${CASES} ... on AdultsComplaint { stage }`)],
    [
      'a fragment with a name, and one in it',
      `${conflicts(`...Known`)} fragment Known on Complaint { ${CASES} ... on SchoolsComplaint { id } ... on CorporateComplaint { stage } }`,
    ],
    [
      'what a stream says of a complaint of its own, below it',
      `{ corporateComplaint(id: "1") { retention { holds { complaint { ${CASES} ... on AdultsComplaint { stage } } } } } }`,
    ],
    [
      'the same below a complaint of any stream',
      `{ complaint(id: "1") { ... on AdultsComplaint { retention { holds { complaint { ${CASES} ... on SchoolsComplaint { stage } } } } } } }`,
    ],
    [
      'what was restricted by a command',
      `mutation { r: restrictCorporateComplaint(command: "a", id: "1", kind: SAFEGUARDING, reason: "x", named: []) {
        ... on RestrictionSaved { complaint { ${CASES} } } } }`,
    ],
  ])('is planned for %s, which it could not be', async (_, query) => {
    await expect(plan(query)).rejects.toThrow('Failed to plan');
    const { node } = await plan(print(asked(query)));
    expect(JSON.stringify(node)).toContain('"serviceName":"ombudsman"');
  });

  it('asks that kind for all of it, and others for nothing', () => {
    expect(
      written(conflicts('id ... on AdultsComplaint { stage } ... on Complaint @skip(if: false) { service }')),
    ).toBe(conflicts('... on CorporateComplaint { id ... on Complaint @skip(if: false) { service } }'));
  });

  it.each([
    ['any kind may stand there', `{ complaint(id: "1") { ${CASES} ... on AdultsComplaint { stage } } }`],
    ['no kind is asked for that could', conflicts('... on AdultsComplaint { stage }')],
    [
      'it goes through what other parts know',
      `{ ombudsmanCases(first: 1) { edges { node { complaint { id } } } } }`,
    ],
    ['there is no complaint in it', '{ measures(by: []) { rows { received } } }'],
  ])('is left as it is where %s', (_, query) => {
    const document = parse(query);
    expect(withOnlyTypes(document, { schema, partTypes })).toBe(document);
  });
});
