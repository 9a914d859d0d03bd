import {
  buildSchema,
  type ConstDirectiveNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
  valueFromASTUntyped,
} from 'graphql';

/** Something that callers can read about in the schema, and what it says of itself. */
export interface PublicPart {
  /** `Type`, `Type.field`, `Type.field(argument:)` or `Type.VALUE`. */
  readonly name: string;
  readonly description: string;
  /** What `@requiresScopes` asks for; null where nothing does. */
  readonly scopes: readonly (readonly string[])[] | null;
  /** Why it is deprecated; null where it is not. */
  readonly deprecated: string | null;
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** The schema that callers see, without what composition adds for the planner. */
export const publicSchema = (supergraph: string): GraphQLSchema =>
  buildSchema(supergraph, { assumeValidSDL: true });

/** Every type, field, argument, input field and enum value that callers see. */
export const publicParts = (schema: GraphQLSchema): PublicPart[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter(({ name }) => !/^(?:join|link|requiresScopes|policy)__/.test(name))
    .flatMap((type) => [...(ROOTS.has(type.name) ? [] : [part(type.name, type)]), ...membersOf(type)]);

function membersOf(type: GraphQLNamedType): PublicPart[] {
  const named = (member: { readonly name: string }) => `${type.name}.${member.name}`;
  if (isEnumType(type)) return type.getValues().map((value) => part(named(value), value));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => part(named(field), field));
  if (!('getFields' in type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    part(named(field), field),
    ...field.args.map((argument) => part(`${named(field)}(${argument.name}:)`, argument)),
  ]);
}

interface Documented {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

function part(name: string, documented: Documented): PublicPart {
  return {
    name,
    description: documented.description?.trim() ?? '',
    scopes: scopesOf(documented),
    deprecated: documented.deprecationReason ?? null,
  };
}

function scopesOf({ astNode }: Documented): PublicPart['scopes'] {
  const guard = astNode?.directives?.find(({ name }) => name.value === 'requiresScopes');
  const wanted = guard?.arguments?.[0]?.value;
  return wanted === undefined ? null : (valueFromASTUntyped(wanted) as PublicPart['scopes']);
}
