import { readFileSync } from 'node:fs';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  buildASTSchema,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  parse,
  print,
  validate,
} from 'graphql';
import { identityOf, ROLES } from '../../platform/identity/roles';
import { randomFrom } from '../../platform/testing/random-from';
import { generateOperation } from '../testing/generate-operation';
import { readGuardedFields } from './guarded-fields';
import { leaveOut } from './leave-out';
import { tellRefusals } from './tell-refusals';

const supergraph = readFileSync('schema/supergraph.graphql', 'utf8');
const schema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)), { assumeValidSDL: true });
const guarded = readGuardedFields(supergraph);

const scopesOf = (role: string) =>
  identityOf({ subject: 'x', role, streams: [], services: [], partner: null })?.scopes ?? [];

/** Something of a field's type: lists of two, each of another kind where there are several. */
function madeUp(type: GraphQLOutputType, place: number): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType, place);
  if (isListType(type)) return [madeUp(type.ofType, place), madeUp(type.ofType, place + 1)];
  if (isAbstractType(type)) {
    const kinds = schema.getPossibleTypes(type);
    return { __typename: kinds[place % kinds.length]?.name };
  }
  if (isCompositeType(type)) return {};
  return isEnumType(type) ? type.getValues()[0]?.value : type.name === 'Boolean' ? true : 1;
}

const depthOf = (path: { readonly prev: unknown } | undefined): number => {
  let depth = 0;
  for (let at: unknown = path; typeof at === 'object' && at !== null && 'prev' in at; at = at.prev)
    depth += 1;
  return depth;
};

const answering: GraphQLFieldResolver<unknown, unknown> = (_, __, ___, { returnType, path }) =>
  madeUp(returnType, depthOf(path));

/** As GraphQL has it: the resolver of each closed field refuses. */
const refusing =
  (scopes: readonly string[]): GraphQLFieldResolver<unknown, unknown> =>
  (parent, given, context, info) => {
    const refusal = guarded.refusal({ type: info.parentType.name, field: info.fieldName, scopes });
    if (refusal === null) return answering(parent, given, context, info);
    throw new GraphQLError(refusal.message, { extensions: { code: 'FORBIDDEN' } });
  };

function run(query: string, fieldResolver: GraphQLFieldResolver<unknown, unknown>): ExecutionResult {
  const result = execute({ schema, document: parse(query), fieldResolver });
  if (result instanceof Promise) throw new Error('Nothing here takes time');
  return result;
}

/** What an answer comes to, errors in any order. */
const summary = (data: unknown, errors: readonly GraphQLError[] = []) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ path, message }) => `${path?.join('.')}: ${message}`).sort(),
});

function both(query: string, role: string) {
  const scopes = scopesOf(role);
  const asRefused = run(query, refusing(scopes));
  const { document, refusals } = leaveOut(parse(query), { schema, guarded, scopes });
  const left = run(print(document), answering);
  const { data, errors } = tellRefusals(left.data ?? {}, refusals, { maxErrors: Number.POSITIVE_INFINITY });
  return {
    ...{ refusals, document },
    expected: summary(asRefused.data, asRefused.errors),
    actual: summary(data, [...(left.errors ?? []), ...errors]),
  };
}

describe('an operation without what is closed', () => {
  it.each(ROLES)('gives the answer of one whose closed fields refuse, whatever is asked: %s', (role) => {
    let refused = 0;
    for (let seed = 1; seed <= 45; seed += 1) {
      const random = randomFrom(seed);
      const query = generateOperation(schema, {
        ...{ random, fields: 60, depth: 6, reach: random(), fragments: random() },
      });
      const { expected, actual, refusals } = both(query, role);
      expect({ seed, ...actual }).toEqual({ seed, ...expected });
      refused += refusals.size;
    }
    expect(refused).toBeGreaterThan(10);
  });

  it.each([
    ['a closed field asked twice', '{ imports { a: file a: file b: file } }'],
    [
      'one key for fields of different kinds',
      `{ complaints { edges { node {
      ... on AdultsComplaint { x: provider } ... on CorporateComplaint { x: service } ... on ChildrensComplaint { x: childReference } } } } }`,
    ],
    [
      'a fragment that is used in two places',
      `{ a: complaint(id: "1") { ...people } b: complaint(id: "2") { ...people } }
      fragment people on CorporateComplaint { accounts { surname } reference }`,
    ],
    ['a condition', '{ imports { file @include(if: false) sha256 @skip(if: false) quarantined } }'],
    [
      'names that stand in its place elsewhere',
      '{ imports { closed0: quarantined file closed1: copies sha256 } }',
    ],
    [
      'a fragment of what is closed alone',
      '{ ...all } fragment all on Query { faults { ...count } } fragment count on ImportFaultConnection { totalCount }',
    ],
  ])('holds through %s', (_, query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    for (const role of ROLES) {
      const { expected, actual } = both(query, role);
      expect({ role, ...actual }).toEqual({ role, ...expected });
    }
  });

  it('is the same document where nothing is closed', () => {
    const document = parse('{ imports { file } }');
    expect(leaveOut(document, { schema, guarded, scopes: scopesOf('admin') }).document).toBe(document);
  });
});
