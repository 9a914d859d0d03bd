import fs from 'node:fs';
import path from 'node:path';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { isDay } from '../../domain/calendar/day';
import { identityOf, ROLES } from '../../platform/identity/roles';
import { type PublicPart, publicParts, publicSchema } from './public-schema';

const SUPERGRAPH = fs.readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
const schema = publicSchema(SUPERGRAPH);
const parts = publicParts(schema);

/** Notes to ourselves: how the graph is made of parts is nothing that its callers know. */
const NOTES = /\bthis part\b|tells the rest|knows only|\bsubgraph\b|\bstub\b|\bTODO\b|\bFIXME\b/i;

const undescribed = (all: readonly PublicPart[]) =>
  all.filter(({ description }) => description === '').map(({ name }) => name);
const notes = (all: readonly PublicPart[]) =>
  all.filter(({ description }) => NOTES.test(description)).map(({ name }) => name);

/** Fields whose descriptions do not say who may ask as the gateway decides it. */
const wrongAboutRoles = (all: readonly PublicPart[]) =>
  all
    .filter(({ name, description, scopes }) => {
      const said = /^Open to .*$/m.exec(description)?.[0].match(/(?<=`)\w+(?=`)/g) ?? null;
      // No contract of partners holds a subscription, whatever their scopes open.
      const closed = name.startsWith('Subscription.') ? ['partner'] : [];
      const may = scopes && rolesThatMay(scopes).filter((role) => !closed.includes(role));
      return String(said) !== String(may);
    })
    .map(({ name }) => name);

/** What is deprecated without saying what to use and until which day it answers, or names what is not there. */
const unclearDeprecations = (all: readonly PublicPart[]) =>
  all
    .filter(({ name, deprecated }) => {
      if (deprecated === null) return false;
      const [, use = '', day = ''] =
        /^\S.*[.:] Use `([^`]+)`\. Goes on (\d{4}-\d{2}-\d{2})\.$/.exec(deprecated) ?? [];
      return (
        !isDay(day) || !all.some((other) => other.deprecated === null && isCalled(other.name, use, name))
      );
    })
    .map(({ name }) => name);

/** Whether `name` is what a deprecated part calls `use`: a neighbour by its own name, anything else by its whole. */
function isCalled(name: string, use: string, deprecated: string): boolean {
  const neighbour = deprecated.endsWith(':)')
    ? `${deprecated.slice(0, deprecated.indexOf('(') + 1)}${use}:)`
    : `${deprecated.slice(0, deprecated.lastIndexOf('.') + 1)}${use}`;
  return name === use || name === neighbour;
}

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

  it('says of everything deprecated what to use, and until when the old name answers', () => {
    expect(unclearDeprecations(parts)).toEqual([]);
    expect(parts.filter(({ deprecated }) => deprecated !== null).length).toBeGreaterThan(3);
  });

  it('says of each scalar of its own how it is written', () => {
    const scalars = Object.values(schema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type) && !type.name.includes('__'),
    );
    expect(scalars.map(({ name }) => name).sort()).toEqual(['Date', 'DateTime']);
    for (const scalar of scalars)
      expect(scalar).toMatchObject({ specifiedByURL: expect.stringMatching(/^https:\/\//) });
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
    ['a: Int @deprecated', ['Query.a']],
    ['a: Int @deprecated(reason: "Old.")', ['Query.a']],
    ['a: Int @deprecated(reason: "Old. Use `b`. Goes on 2027-06-01.") b: Int', []],
    ['a: Int @deprecated(reason: "Old. Use `b`. Goes on 2027-06-31.") b: Int', ['Query.a']],
    ['a: Int @deprecated(reason: "Old. Use `c`. Goes on 2027-06-01.") b: Int', ['Query.a']],
    ['a: Int @deprecated(reason: "Old. Use `Query.b`. Goes on 2027-06-01.") b: Int', []],
    ['a(b: Int @deprecated(reason: "Old. Use `c`. Goes on 2027-06-01."), c: Int): Int', []],
    ['a(b: Int @deprecated(reason: "Old. Use `d`. Goes on 2027-06-01."), c: Int): Int', ['Query.a(b:)']],
  ])('is seen to deprecate with no way on, or with one: %s', (fields, unclear) => {
    expect(unclearDeprecations(ours(`type Query { ${fields} }`))).toEqual(unclear);
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
