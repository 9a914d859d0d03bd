import fs from 'node:fs';
import path from 'node:path';
import { identityOf, ROLES } from '../../gateway/entrance/roles';
import { type PublicPart, publicParts, publicSchema } from './public-schema';

const SUPERGRAPH = fs.readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
const parts = publicParts(publicSchema(SUPERGRAPH));

/** Notes to ourselves: how the graph is made of parts is nothing that its callers know. */
const NOTES = /\bthis part\b|tells the rest|knows only|\bsubgraph\b|\bstub\b|\bTODO\b|\bFIXME\b/i;

const undescribed = (all: readonly PublicPart[]) =>
  all.filter(({ description }) => description === '').map(({ name }) => name);
const notes = (all: readonly PublicPart[]) =>
  all.filter(({ description }) => NOTES.test(description)).map(({ name }) => name);

/** Fields whose descriptions do not say who may ask as the gateway decides it. */
const wrongAboutRoles = (all: readonly PublicPart[]) =>
  all
    .filter(({ description, scopes }) => {
      const said = /^Open to .*$/m.exec(description)?.[0].match(/(?<=`)\w+(?=`)/g) ?? null;
      return String(said) !== String(scopes === null ? null : rolesThatMay(scopes));
    })
    .map(({ name }) => name);

function rolesThatMay(scopes: readonly (readonly string[])[]): string[] {
  const nobody = { subject: 'x', streams: [], services: [], partner: null };
  return ROLES.filter((role) => {
    const held = identityOf({ ...nobody, role })?.scopes ?? [];
    return scopes.some((group) => group.every((scope) => held.includes(scope)));
  });
}

describe('the schema that callers see', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    expect(undescribed(parts)).toEqual([]);
  });

  it('speaks to its callers', () => {
    expect(notes(parts)).toEqual([]);
  });

  it('says of every field that a scope guards which roles may ask for it, and of no other', () => {
    expect(wrongAboutRoles(parts)).toEqual([]);
    expect(parts.filter(({ scopes }) => scopes !== null).length).toBeGreaterThan(30);
  });

  it('is looked at whole', () => {
    const names = parts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'Complaint',
        'MeasureRow.received',
        'Query.complaint(reference:)',
        'MeasureFilter.streams',
        'Measure.RECEIVED',
        'Date',
        'MapServiceResult',
      ]),
    );
    expect(names.filter((name) => name.includes('__'))).toEqual([]);
  });
});

describe('a schema', () => {
  const ours = (text: string) =>
    publicParts(
      publicSchema(`directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION\n${text}`),
    );
  const BARE = 'type Query { a(b: Int, c: In): T } input In { d: Int } enum T { U }';

  it('is seen to leave something undescribed', () => {
    expect(undescribed(ours(BARE)).sort()).toEqual(
      ['In', 'In.d', 'Query.a', 'Query.a(b:)', 'Query.a(c:)', 'T', 'T.U'].sort(),
    );
  });

  it('is seen to hold notes to ourselves', () => {
    expect(notes(ours('type Query { "A fish, of which this part knows only the id." a: Int }'))).toEqual([
      'Query.a',
    ]);
  });

  it.each([
    ['"Runs." a: Int @requiresScopes(scopes: [["imports"]])', ['Query.a']],
    ['"Open to the role `admin`." a: Int @requiresScopes(scopes: [["imports"]])', []],
    ['"Open to the role `officer`." a: Int @requiresScopes(scopes: [["imports"]])', ['Query.a']],
    ['"Open to the role `admin`." a: Int', ['Query.a']],
  ])('is seen to be wrong about roles, or right: %s', (field, wrong) => {
    expect(wrongAboutRoles(ours(`type Query { ${field} }`))).toEqual(wrong);
  });
});
