import fs from 'node:fs';
import path from 'node:path';
import { type GraphQLSchema, isEnumType, isObjectType } from 'graphql';
import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { fieldOf } from '../../gateway/exports/figures';
import { inPascalCase } from '../../gateway/odata/entity-sets';
import { inSnakeCase, viewOf } from '../../platform/records/record-set';
import { ROOT } from '../architecture/tree';
import { publicSchema } from '../schema/public-schema';

const schemaIn = (file: string): GraphQLSchema =>
  publicSchema(fs.readFileSync(path.join(ROOT, 'schema', file), 'utf8'));

/** The graph as it is open to the council, and to partners. */
export const GRAPHS = { council: schemaIn('supergraph.graphql'), partners: schemaIn('partner.graphql') };

const fieldsOf = (type: string): string[] => {
  const found = GRAPHS.council.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
};

/** What an enum of the graph holds. */
export const valuesOf = (name: string): string[] => {
  const found = GRAPHS.council.getType(name);
  return isEnumType(found) ? found.getValues().map((value) => value.name) : [];
};

const MEASURES = valuesOf('Measure').map(fieldOf);

/** Figures that leave as flat sets: what each is divided by, and every measure. */
const FIGURE_SETS = figureSets.map(({ name, by }) => ({
  ...{ name, columns: ['id', ...by.map(fieldOf), ...MEASURES] },
}));

const SETS = [
  ...RECORD_SETS.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  ...FIGURE_SETS,
];

/** The columns of each set of OData, and of each view of SQL, by their names there. */
export const ODATA_SETS: ReadonlyMap<string, readonly string[]> = new Map(
  SETS.map(({ name, columns }) => [inPascalCase(name), columns]),
);
export const VIEWS: ReadonlyMap<string, readonly string[]> = new Map(
  SETS.map((set) => [viewOf(set), set.columns.map(inSnakeCase)]),
);

/** The files of `/exports`, without their format. */
export const EXPORTS: readonly string[] = [...RECORD_SETS.map(({ name }) => name), 'measures'];

/** Whether every measure is a field of a row of figures, so that names made of either are those of the other. */
export const measuresWithoutField = (): string[] =>
  MEASURES.filter((name) => !fieldsOf('MeasureRow').includes(name));
