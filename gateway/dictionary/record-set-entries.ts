import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { inSnakeCase, type RecordColumn, type RecordSet, viewOf } from '../../platform/records/record-set';
import { inPascalCase } from '../odata/entity-sets';
import { accessBy } from './access';
import { type Entry, entry, type Names } from './entry';

/** What the graph calls a record of each set; a set that is not here is none of its types. */
const GRAPH_TYPES: Readonly<Record<string, string>> = {
  stages: 'ComplaintStage',
  complaints: 'Complaint',
  'ombudsman-cases': 'OmbudsmanCase',
};

/** The record sets that are open to somebody with these scopes, each followed by its columns. */
export const recordSetEntries = (
  sets: readonly RecordSet[],
  { schema, scopes }: { readonly schema: GraphQLSchema; readonly scopes: readonly string[] | null },
): Entry[] =>
  sets
    .filter(({ scope }) => scopes === null || scopes.includes(scope))
    .flatMap((set) => {
      const access = accessBy([[set.scope]]);
      const id = `record-set:${set.name}`;
      const names = namesOfSet(set, schema);
      const whole = entry({
        ...{ id, section: 'record-sets', name: set.name, says: set.description },
        ...{ type: set.filter, names, ...access },
      });
      const columns = set.columns.map((column) =>
        entry({
          ...{ id: `column:${set.name}.${column.name}`, section: 'record-sets', name: column.name },
          ...{ says: column.description, type: column.type, within: id, ...access },
          names: namesOfColumn(names, column, schema),
        }),
      );
      return [whole, ...columns];
    });

function namesOfSet(set: RecordSet, schema: GraphQLSchema): Names {
  const type = GRAPH_TYPES[set.name];
  return {
    graph: type !== undefined && schema.getType(type) !== undefined ? type : null,
    file: `/exports/${set.name}`,
    odata: inPascalCase(set.name),
    sql: viewOf(set),
  };
}

function namesOfColumn(set: Names, { name }: RecordColumn, schema: GraphQLSchema): Names {
  const type = set.graph === null ? undefined : schema.getType(set.graph);
  const hasFields = isObjectType(type) || isInterfaceType(type);
  return {
    graph: hasFields && type.getFields()[name] !== undefined ? `${type.name}.${name}` : null,
    file: name,
    odata: `${set.odata}/${name}`,
    sql: `${set.sql}.${inSnakeCase(name)}`,
  };
}
