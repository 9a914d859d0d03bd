import { type InputObjectTypeDefinitionNode, Kind, type TypeNode } from 'graphql';
import { shown, wrong } from '../entrance/bad-input';
import type { Refusal } from '../entrance/refusal';
import { schemaDocument } from '../graph/schema-document';

/** A part of a filter, as it can be written in an address. */
interface FilterPart {
  readonly isList: boolean;
  /** A scalar of the graph, or the names that an enum has. */
  readonly of: string | readonly string[];
}

/** The parts of the graph's filters, by filter and name. */
export type Filters = ReadonlyMap<string, ReadonlyMap<string, FilterPart>>;

/** Reads the filters from the composed schema: a part that is added to one is a parameter from then on. */
export function readFilters(supergraph: string): Filters {
  const { definitions } = schemaDocument(supergraph);
  const enums = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION
        ? [[node.name.value, (node.values ?? []).map(({ name }) => name.value)] as const]
        : [],
    ),
  );
  const inputs = definitions.filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION);
  return new Map(inputs.map((input) => [input.name.value, partsOf(input, enums)]));
}

function partsOf(
  { fields = [] }: InputObjectTypeDefinitionNode,
  enums: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, FilterPart> {
  return new Map(
    fields.map(({ name, type }) => {
      const inner = nameIn(type);
      return [name.value, { isList: isList(type), of: enums.get(inner) ?? inner }];
    }),
  );
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const nameIn = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameIn(type.type);

/**
 * A filter from the parameters of an address: lists by commas, a comma of a name as `\,`. Throws a `Refusal` (400) for a parameter or a value
 * that there is not, and for one that is there twice, with what there is. What names stand for, the part says.
 */
export function readFilter(
  parameters: URLSearchParams,
  parts: ReadonlyMap<string, FilterPart>,
): Record<string, unknown> {
  const where: Record<string, unknown> = {};
  for (const [name, text] of parameters) {
    const part = parts.get(name);
    if (part === undefined)
      throw wrong(`There is no parameter \`${shown(name)}\`. There are ${listed([...parts.keys()])}.`);
    if (Object.hasOwn(where, name)) throw isTwice(name);
    where[name] = part.isList
      ? itemsIn(text).map((item) => valueIn(name, item, part.of))
      : valueIn(name, text, part.of);
  }
  return where;
}

/** Takes a parameter out; null where it is not there. Throws a `Refusal` (400) where it is there twice. */
export function takeOnce(parameters: URLSearchParams, name: string): string | null {
  const [value = null, another] = parameters.getAll(name);
  if (another !== undefined) throw isTwice(name);
  parameters.delete(name);
  return value;
}

const isTwice = (name: string): Refusal =>
  wrong(`The parameter \`${name}\` is there twice. Write several values with commas between them.`);

/** Names with commas between them, each once, or a `Refusal` (400) that lists those that there are. */
export function namesIn(parameter: string, text: string, names: readonly string[]): string[] {
  const items = itemsIn(text).map((item) => oneOf(parameter, item, names));
  const again = items.find((item, place) => items.indexOf(item) !== place);
  if (again !== undefined) throw wrong(`\`${parameter}\` names ${again} twice. Write it once.`);
  return items;
}

/** Values with commas between them. */
const itemsIn = (text: string): string[] =>
  text.split(/(?<!\\),/).map((item) => item.replaceAll('\\,', ',').trim());

/** One of the names, or a `Refusal` that lists them. */
export function oneOf(parameter: string, text: string, names: readonly string[]): string {
  if (names.includes(text)) return text;
  throw wrong(`\`${parameter}\` holds "${shown(text)}". Write ${listed(names)}.`);
}

function valueIn(parameter: string, text: string, of: FilterPart['of']): unknown {
  if (typeof of !== 'string') return oneOf(parameter, text, of);
  if (of === 'Boolean') return oneOf(parameter, text, ['true', 'false']) === 'true';
  if (of !== 'Int') return text;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw wrong(`\`${parameter}\` holds "${shown(text)}". Write whole numbers.`);
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
