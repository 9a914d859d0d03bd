import { type GraphQLSchema, isEnumType, isObjectType } from 'graphql';
import { z } from 'zod';
import { type FigureSet, inSnakeCase, viewOf } from '../../platform/records/record-set';
import { Refusal } from '../entrance/refusal';
import { fieldOf } from '../exports/figures';
import { refusalInGraph } from '../exports/refusal-in-graph';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { inPascalCase } from '../odata/entity-sets';
import type { Access } from './access';
import { deprecation, type Entry, entry, type Names, NO_NAMES } from './entry';
import { DIMENSION, MEASURE } from './graph-entries';

/** A row of figures, in the graph. */
export const FIGURE_ROW = 'MeasureRow';

const definitionModel = z.object({
  ...{ measure: z.string(), title: z.string(), counts: z.string() },
  ...{ numerator: z.string().nullable(), denominator: z.string().nullable() },
  ...{ datedBy: z.string(), source: z.string(), polarity: z.string(), unit: z.string() },
  ...{ version: z.number(), since: z.string() },
});
const answerModel = z.object({ measureDefinitions: z.array(definitionModel) });

type Definition = z.output<typeof definitionModel>;

const QUESTION = `{ measureDefinitions { measure title counts numerator denominator datedBy source polarity unit version since } }`;

/**
 * What each measure means, as the graph tells this caller; nothing where it is closed to them. Throws a `Refusal` where it cannot be had
 * just now: a dictionary without it would be none.
 */
export async function askDefinitions(
  graph: Pick<Graph, 'ask'>,
  caller: Caller,
): Promise<ReadonlyMap<string, Definition>> {
  const { data, errors } = await graph.ask({ document: QUESTION }, caller);
  const [error] = errors;
  if (error?.extensions?.code === 'FORBIDDEN') return new Map();
  if (error !== undefined) throw refusalInGraph(error);
  const read = answerModel.safeParse(data);
  if (!read.success)
    throw new Refusal(503, 'SUBGRAPH_UNAVAILABLE', 'What the measures mean is not to be had just now.', 5);
  return new Map(read.data.measureDefinitions.map((each) => [each.measure, each]));
}

interface Figures {
  readonly schema: GraphQLSchema;
  readonly accessOf: (type: string, field: string) => Access;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The flat tables that figures leave as, by OData and SQL. */
  readonly figures: readonly FigureSet[];
}

/** The measures, each with its definition where the caller may have it, and what they can be divided by. */
export function figureEntries({ schema, accessOf, definitions, figures }: Figures): Entry[] {
  const access = accessOf('Query', 'measures');
  const named = (enumName: string, sets: readonly FigureSet[]) => (field: string | null) => ({
    ...access,
    names:
      field === null
        ? { ...NO_NAMES, graph: enumName }
        : { graph: `${enumName}, ${FIGURE_ROW}.${field}`, file: field, ...inTables(sets, field) },
  });
  const measures = valuesOf(schema, MEASURE).map(({ name, description, deprecationReason }) => {
    const { title, counts, measure: _, ...defined } = definitions.get(name) ?? {};
    return entry({
      ...{ id: `measure:${name}`, section: 'measures', name, title: title ?? null },
      ...{ says: counts ? `${counts}.` : (description ?? ''), type: typeIn(schema, fieldOf(name)) },
      ...named(`${MEASURE}.${name}`, figures)(fieldIn(schema, fieldOf(name))),
      defined: isDefined(defined) ? defined : null,
      deprecated: deprecation(deprecationReason),
    });
  });
  const dimensions = valuesOf(schema, DIMENSION).map(({ name, description, deprecationReason }) =>
    entry({
      ...{ id: `dimension:${name}`, section: 'dimensions', name, says: description ?? '' },
      ...{ type: typeIn(schema, fieldOf(name)), deprecated: deprecation(deprecationReason) },
      ...named(
        `${DIMENSION}.${name}`,
        figures.filter(({ by }) => by.includes(name)),
      )(fieldIn(schema, fieldOf(name))),
    }),
  );
  return [...measures, ...dimensions];
}

/** What a column of figures is called in flat tables; null where none has it. */
function inTables(sets: readonly FigureSet[], field: string): Pick<Names, 'odata' | 'sql'> {
  const told = (names: readonly string[]) => (names.length === 0 ? null : names.join(', '));
  return {
    odata: told(sets.map(({ name }) => `${inPascalCase(name)}/${field}`)),
    sql: told(sets.map((set) => `${viewOf(set)}.${inSnakeCase(field)}`)),
  };
}

const isDefined = (defined: Partial<Entry['defined'] & object>): defined is Entry['defined'] & object =>
  defined.version !== undefined;

function valuesOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues() : [];
}

const rowField = (schema: GraphQLSchema, field: string) => {
  const row = schema.getType(FIGURE_ROW);
  return isObjectType(row) ? row.getFields()[field] : undefined;
};

const typeIn = (schema: GraphQLSchema, field: string): string | null => {
  const found = rowField(schema, field);
  return found === undefined ? null : String(found.type);
};

const fieldIn = (schema: GraphQLSchema, field: string): string | null =>
  rowField(schema, field)?.name ?? null;
