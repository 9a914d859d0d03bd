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
  return [...undescribed(definitions), ...withoutNull(definitions), ...refusals(definitions)];
}

/** Every type, field and enum value says what it is. */
function undescribed(definitions: readonly DefinitionNode[]): string[] {
  return definitions.flatMap((definition) => {
    if (!('name' in definition) || definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
    const type = definition.name?.value ?? 'schema';
    const own = definition.kind.endsWith('Extension') || ROOTS.has(type) ? [] : [[type, definition] as const];
    return [...own, ...membersOf(definition).map((each) => [`${type}.${each.name.value}`, each] as const)]
      .filter(([, node]) => !isDescribed(node))
      .map(([name]) => `${name} has no description`);
  });
}

function membersOf(definition: DefinitionNode) {
  if ('fields' in definition) return [...(definition.fields ?? [])];
  if ('values' in definition) return [...(definition.values ?? [])];
  return [];
}

const isDescribed = (node: object): boolean => ((node as Described).description?.value.trim() ?? '') !== '';

/** A root field's subgraph may be down, and a complaint's fields are not for everybody: both must be able to be null. */
function withoutNull(definitions: readonly DefinitionNode[]): string[] {
  return definitions.flatMap((definition) => {
    if (!('name' in definition) || !('fields' in definition)) return [];
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
