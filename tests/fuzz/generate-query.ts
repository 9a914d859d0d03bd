import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Random, randomOf } from '../../demo/random';

/** Values that arguments are filled with, beside those that their types say. */
export interface Values {
  readonly ids: readonly string[];
  readonly references: readonly string[];
  readonly words: readonly string[];
}

const DEEPEST = 6;
const MOST_FIELDS = 5;
const FILLED_RATE = 0.3;
const FIRST_DAY = Date.UTC(2019, 3, 1);
const DAYS = 1_100;
const MILLIS_PER_DAY = 86_400_000;

/** A question that nobody thought of: the same for the same schema, seed and number. */
export function generateQuery(schema: GraphQLSchema, values: Values, keys: readonly number[]): string {
  const random = randomOf(...keys);
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no questions');
  return new Generator(schema, values, random).selection(query, 0, random.between(1, 2));
}

class Generator {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
    private readonly random: Random,
  ) {}

  selection(type: GraphQLObjectType, depth: number, most: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < DEEPEST || isLeafType(getNamedType(field.type)),
    );
    const chosen = new Set(
      Array.from({ length: most }, () => this.one(fields)).filter((field) => field !== undefined),
    );
    // Each under a name of its own: two kinds may have fields of one name with other arguments.
    const written = [...chosen].map((field) => this.field(type, field, depth));
    // At the root it would be a question about the schema, which stands in a request of its own.
    return `{ ${depth === 0 ? '' : '__typename '}${written.join(' ')} }`;
  }

  private field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = depth === 0 ? '' : `${field.name}_${type.name}: `;
    return `${alias}${field.name}${this.arguments(field.args)}${this.below(field.type, depth + 1)}`;
  }

  private below(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isLeafType(named)) return '';
    const most = this.random.between(1, MOST_FIELDS);
    if (isObjectType(named)) return ` ${this.selection(named, depth, most)}`;
    const kinds = isAbstractType(named) ? this.schema.getPossibleTypes(named) : [];
    const parts = kinds.map((kind) => `... on ${kind.name} ${this.selection(kind, depth, most)}`);
    return ` { __typename ${parts.join(' ')} }`;
  }

  private arguments(given: readonly GraphQLArgument[]): string {
    const filled = given
      .filter(({ type }) => isNonNullType(type) || this.random.chance(FILLED_RATE))
      .map(({ name, type }) => `${name}: ${this.value(name, type)}`);
    return filled.length > 0 ? `(${filled.join(', ')})` : '';
  }

  private value(name: string, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.value(name, type.ofType);
    if (isListType(type)) {
      const length = this.random.between(1, 2);
      return `[${Array.from({ length }, () => this.value(name, type.ofType)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.one(type.getValues())?.name ?? 'null';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.random.chance(FILLED_RATE),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.value(field.name, field.type)}`).join(', ')} }`;
    }
    return this.leaf(name, type.name);
  }

  private leaf(name: string, type: string): string {
    if (type === 'Boolean') return String(this.random.chance(0.5));
    if (type === 'Int' || type === 'Float') return String(this.random.between(1, 4));
    const day = new Date(FIRST_DAY + this.random.between(0, DAYS) * MILLIS_PER_DAY).toISOString();
    if (type === 'Date') return JSON.stringify(day.slice(0, 10));
    if (type === 'DateTime') return JSON.stringify(day);
    const { ids, references, words } = this.values;
    if (name === 'reference') return JSON.stringify(this.one(references));
    return JSON.stringify(this.one(type === 'ID' ? ids : words));
  }

  private one<Item>(list: readonly Item[]): Item | undefined {
    return list[this.random.between(0, list.length - 1)];
  }
}
