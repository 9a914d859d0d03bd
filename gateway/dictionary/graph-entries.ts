import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Access } from './access';
import { deprecation, type Entry, entry, NO_NAMES } from './entry';
import { reachedTypes } from './reached-types';

/** What figures are counted by, and divided by. They have sections of their own. */
export const [MEASURE, DIMENSION] = ['Measure', 'Dimension'] as const;

export interface GraphRead {
  readonly schema: GraphQLSchema;
  readonly accessOf: (type: string, field: string) => Access;
  /** Filters whose parts are parameters of files too. */
  readonly fileFilters: readonly string[];
}

/** What the schema itself says of filters, code lists and fields. */
export function graphEntries(read: GraphRead): Entry[] {
  return reachedTypes(read.schema).flatMap((type): Entry[] => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) return filterEntries(type, read);
    if (isEnumType(type)) return type.name === MEASURE || type.name === DIMENSION ? [] : codeEntries(type);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => fieldEntries(type.name, field, read));
  });
}

const filterEntries = (type: GraphQLInputObjectType, { fileFilters }: GraphRead): Entry[] =>
  Object.values(type.getFields()).map((field) =>
    entry({
      ...{ id: `filter:${type.name}.${field.name}`, section: 'filters', name: `${type.name}.${field.name}` },
      ...{ says: field.description ?? '', type: String(field.type) },
      names: {
        ...NO_NAMES,
        graph: `${type.name}.${field.name}`,
        file: fileFilters.includes(type.name) ? field.name : null,
      },
      deprecated: deprecation(field.deprecationReason),
    }),
  );

function codeEntries(type: GraphQLEnumType): Entry[] {
  const id = `code:${type.name}`;
  const list = { section: 'codes', names: { ...NO_NAMES, graph: type.name } } as const;
  return [
    entry({ ...list, id, name: type.name, says: type.description ?? '' }),
    ...type.getValues().map(({ name, description, deprecationReason }) =>
      entry({
        ...{ id: `${id}.${name}`, section: 'codes', name, within: id, says: description ?? '' },
        deprecated: deprecation(deprecationReason),
      }),
    ),
  ];
}

function fieldEntries(type: string, field: GraphQLField<unknown, unknown>, { accessOf }: GraphRead): Entry[] {
  const name = `${type}.${field.name}`;
  const id = `field:${name}`;
  const given = field.args.map((argument) =>
    entry({
      ...{ id: `field:${name}.${argument.name}`, section: 'fields', name: `${name}(${argument.name}:)` },
      ...{ says: argument.description ?? '', type: String(argument.type), within: id },
      deprecated: deprecation(argument.deprecationReason),
    }),
  );
  return [
    entry({
      ...{ id, section: 'fields', name, says: field.description ?? '', type: String(field.type) },
      ...accessOf(type, field.name),
      names: { ...NO_NAMES, graph: name },
      deprecated: deprecation(field.deprecationReason),
    }),
    ...given,
  ];
}
