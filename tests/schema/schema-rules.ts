import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';

interface Described {
  readonly description?: StringValueNode | undefined;
}

/** Root types need no description: each of their fields has one. */
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** What a subgraph's schema does against the rules that its readers rely on, as sentences. */
export function brokenRules({ definitions }: DocumentNode): string[] {
  return [
    ...undescribed(definitions),
    ...withoutNull(definitions),
    ...refusals(definitions),
    ...unsized(definitions),
  ];
}

type Named = readonly [name: string, description: string];

/** Every type, field, argument and enum value says what it is. */
const undescribed = (definitions: readonly DefinitionNode[]): string[] =>
  descriptionsIn(definitions)
    .filter(([, description]) => description === '')
    .map(([name]) => `${name} has no description`);

/** What a schema's types, fields, arguments and enum values say of themselves; '' where that is nothing. */
export function descriptionsIn(definitions: readonly DefinitionNode[]): Named[] {
  return definitions.flatMap((definition): Named[] => {
    if (!('name' in definition) || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
    const type = definition.name?.value ?? 'schema';
    const own = definition.kind.endsWith('Extension') || ROOTS.has(type) ? [] : [named(type, definition)];
    return [...own, ...membersOf(definition).flatMap((member) => withArguments(type, member))];
  });
}

function membersOf(definition: DefinitionNode) {
  if ('fields' in definition) return [...(definition.fields ?? [])];
  if ('values' in definition) return [...(definition.values ?? [])];
  return [];
}

function withArguments(type: string, member: ReturnType<typeof membersOf>[number]): Named[] {
  const name = `${type}.${member.name.value}`;
  const given = 'arguments' in member ? (member.arguments ?? []) : [];
  return [
    named(name, member),
    ...given.map((argument) => named(`${name}(${argument.name.value}:)`, argument)),
  ];
}

/** A list that is given page by page says by which argument: the gateway weighs it before anybody is asked. */
const unsized = (definitions: readonly DefinitionNode[]): string[] =>
  definitions.flatMap((definition) =>
    'fields' in definition && 'name' in definition
      ? [...(definition.fields ?? [])]
          .filter(isUnsized)
          .map((field) => `${definition.name?.value}.${field.name.value} has \`first\`, and no @listSize`)
      : [],
  );

const isUnsized = (field: object): boolean => {
  const { arguments: given = [], directives = [] } = field as FieldDefinitionNode;
  return (
    given.some(({ name }) => name.value === 'first') &&
    !directives.some(({ name }) => name.value === 'listSize')
  );
};

const named = (name: string, node: object): Named => [
  name,
  (node as Described).description?.value.trim() ?? '',
];

/**
 * What several subgraphs say differently of the same thing: callers are told one of it, by chance, so all must say the
 * same.
 */
export function describedDifferently(schemas: readonly DocumentNode[]): string[] {
  const all = schemas.flatMap(({ definitions }) => descriptionsIn(definitions));
  const first = new Map(all.toReversed());
  return [...new Set(all.filter(([name, said]) => first.get(name) !== said).map(([name]) => name))].map(
    (name) => `${name} is described in several ways`,
  );
}

/** A root field's subgraph may be down, and a complaint's fields are not for everybody: both must be able to be null. */
function withoutNull(definitions: readonly DefinitionNode[]): string[] {
  return definitions.flatMap((definition) => {
    if (!('name' in definition) || !('fields' in definition)) return [];
    // What is given is there whoever is down.
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return [];
    const type = definition.name?.value ?? '';
    const must = ROOTS.has(type) || /^(?:\w+)?Complaint$/.test(type);
    const fields = (definition.fields ?? []) as readonly FieldDefinitionNode[];
    const never = fields.filter(
      ({ name, type: of }) => of.kind === Kind.NON_NULL_TYPE && name.value !== 'id',
    );
    return must ? never.map(({ name }) => `${type}.${name.value} can never be null`) : [];
  });
}

function refusals(definitions: readonly DefinitionNode[]): string[] {
  return definitions
    .filter((each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === 'Refusal'))
    .filter(({ description }) => !description?.value.startsWith('Returned when'))
    .map(({ name }) => `${name.value} does not say when it is returned ("Returned when …")`);
}
