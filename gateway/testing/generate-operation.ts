import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What decides which operation is written: the same choices write the same one. */
export interface OperationShape {
  /** A number from 0 to 1 (1 excluded) each time it is called. */
  readonly random: () => number;
  /** How many fields it may have, about. */
  readonly fields: number;
  /** How many fields are inside each other, at most. */
  readonly depth: number;
  /** From 0 to 1: how often a field that leads on is chosen before one that does not. */
  readonly reach: number;
  /** From 0 to 1: how often a selection is put inside a fragment on one kind, or behind a condition. */
  readonly fragments: number;
}

/** Writes an operation of some shape over the query side of a schema, with an alias for each field. */
export function generateOperation(schema: GraphQLSchema, shape: OperationShape): string {
  let left = shape.fields;
  let aliases = 0;
  const chance = (likelihood: number) => shape.random() < likelihood;
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(shape.random() * items.length)];

  function selection(type: GraphQLNamedType, depth: number): string {
    const here = 1 + Math.floor(shape.random() * Math.max(1, left / 4));
    const written = ['__typename'];
    for (let i = 0; i < here && left > 0; i += 1) {
      const field = pick(candidates(type, depth));
      if (field === undefined) break;
      left -= 1;
      const text = fieldText(field, depth);
      written.push(chance(shape.fragments) ? wrapped(type, text) : text);
    }
    return written.join(' ');
  }

  /** The fields that lead on, or those that do not. */
  function candidates(type: GraphQLNamedType, depth: number): GraphQLField<unknown, unknown>[] {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leading = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const plain = fields.filter((field) => !leading.includes(field));
    const leadsOn = depth < shape.depth && leading.length > 0 && (chance(shape.reach) || plain.length === 0);
    return leadsOn ? leading : plain;
  }

  function fieldText({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    aliases += 1;
    const inner = getNamedType(type);
    const alias = `a${aliases}`;
    const body = isCompositeType(inner) ? ` { ${selection(inner, depth + 1)} }` : '';
    return `${alias}: ${name}${argumentsOf(args)}${body}`;
  }

  function wrapped(type: GraphQLNamedType, text: string): string {
    if (isAbstractType(type) && chance(0.7)) {
      const kind = pick<GraphQLObjectType>(schema.getPossibleTypes(type));
      return `... on ${kind?.name ?? type.name} { ${text} }`;
    }
    return chance(0.5) ? `... on ${type.name} { ${text} }` : `... @include(if: $yes) { ${text} }`;
  }

  const query = schema.getQueryType();
  if (!query) throw new Error('The schema answers no query');
  return `query ($yes: Boolean! = true) { yes: __typename @include(if: $yes) ${selection(query, 1)} }`;
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const required = args.filter(isRequiredArgument);
  if (required.length === 0) return '';
  return `(${required.map(({ name, type }) => `${name}: ${literalOf(type)}`).join(', ')})`;
}

function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
  }
  return type.name === 'Int' ? '1' : '"2021-22"';
}
