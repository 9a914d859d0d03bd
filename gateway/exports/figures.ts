import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import { z } from 'zod';
import type { Rows, TableColumn, TableRow } from '../../platform/files/table';
import { Refusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import type { Graph, GraphAnswer } from '../graph/graph';
import { schemaDocument } from '../graph/schema-document';
import { type Filters, namesIn, oneOf, readFilter, readFilters, takeOnce } from './filter-parts';
import { FORMATS, type FormatName } from './formats';
import { refusalInGraph } from './refusal-in-graph';
import type { OpenTable } from './table';

/** A row of figures, in the graph. */
const ROW = 'MeasureRow';
const FILTER = 'MeasureFilter';

/** What the graph can be asked for figures with. */
export interface FigureSchema {
  readonly filters: Filters;
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  readonly fields: ReadonlyMap<string, TableColumn>;
}

export function readFigureSchema(supergraph: string): FigureSchema {
  const { definitions } = schemaDocument(supergraph);
  const namesOf = (type: string) =>
    definitions.flatMap((node) =>
      node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === type
        ? (node.values ?? []).map(({ name }) => name.value)
        : [],
    );
  const row = definitions.find(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === ROW,
  );
  return {
    filters: readFilters(supergraph),
    ...{ dimensions: namesOf('Dimension'), measures: namesOf('Measure') },
    fields: new Map((row?.fields ?? []).map((field) => [field.name.value, columnOf(field)])),
  };
}

const TYPES: Readonly<Record<string, TableColumn['type']>> = {
  ...{ Int: 'integer', Float: 'number', Boolean: 'boolean', Date: 'day' },
};

const columnOf = ({ name, type, description }: FieldDefinitionNode): TableColumn => ({
  name: name.value,
  type: (type.kind === Kind.NAMED_TYPE ? TYPES[type.name.value] : undefined) ?? 'text',
  description: (description?.value ?? '').split('\n\n')[0]?.replaceAll('\n', ' ') ?? '',
});

/** The field of a row that a dimension or a measure is: `DAYS_TO_ANSWER_P90` is `daysToAnswerP90`. */
export const fieldOf = (name: string): string =>
  name.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Figures that were asked for, each dimension and each measure a column. */
interface AskedFigures {
  readonly columns: readonly TableColumn[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads what is asked from the parameters. Throws a `Refusal` (400) that says what there is. */
function readFigures(parameters: URLSearchParams, schema: FigureSchema): AskedFigures {
  const rest = new URLSearchParams(parameters);
  const [dividedBy, counted] = [takeOnce(rest, 'by'), takeOnce(rest, 'measures')];
  const by = dividedBy ? namesIn('by', dividedBy, schema.dimensions) : [];
  const measures = counted ? namesIn('measures', counted, schema.measures) : schema.measures;
  const [asAt, fill] = [takeOnce(rest, 'asAt'), takeOnce(rest, 'fill')];
  const where = readFilter(rest, schema.filters.get(FILTER) ?? new Map());
  return {
    columns: [...[...by, ...measures].map(fieldOf), 'suppressed'].flatMap(
      (field) => schema.fields.get(field) ?? [],
    ),
    variables: {
      ...{ by, where, ...(asAt !== null && { asAt }) },
      ...(fill !== null && { fill: oneOf('fill', fill, ['true', 'false']) === 'true' }),
    },
  };
}

const figuresModel = z.object({
  measures: z.object({ asAt: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
});

/** Asks the graph for figures as a caller: what it suppresses is suppressed here. Throws a `Refusal` where it refuses. */
export async function openFigures(
  { graph, figures }: { readonly graph: Pick<Graph, 'ask'>; readonly figures: FigureSchema },
  { format, parameters }: { readonly format: FormatName; readonly parameters: URLSearchParams },
  caller: Caller,
): Promise<OpenTable> {
  const { columns, variables } = readFigures(parameters, figures);
  const fields = columns.map(({ name }) => name);
  const { asAt, rows } = await askFigures(graph, { fields, variables }, caller);
  const table = { ...FIGURES, columns, count: rows.length, asAt, asked: parameters.toString() };
  return {
    table,
    chunks: () => FORMATS[format].write(table, rowsOf(rows, columns)),
    discard: () => undefined,
  };
}

/** What a file of figures says of itself. */
const FIGURES = {
  name: 'measures',
  description: 'Figures: one row for each combination of what they are divided by.',
};

async function* rowsOf(rows: ToldFigures['rows'], columns: readonly TableColumn[]): Rows {
  yield rows.map((row): TableRow => columns.map(({ name }) => row.get(name) ?? null));
}

/** Rows of figures by their fields, as text; null where nothing was recorded, or nothing is told. */
export interface ToldFigures {
  readonly asAt: string;
  readonly rows: readonly ReadonlyMap<string, string | null>[];
}

/** Asks the graph for fields of figures as a caller. Throws a `Refusal` where it refuses. */
export async function askFigures(
  graph: Pick<Graph, 'ask'>,
  {
    fields,
    variables,
  }: { readonly fields: readonly string[]; readonly variables: AskedFigures['variables'] },
  caller: Caller,
): Promise<ToldFigures> {
  const document = `query ($by: [Dimension!]!, $where: ${FILTER}, $asAt: Date, $fill: Boolean) {
    measures(by: $by, where: $where, asAt: $asAt, fill: $fill) { asAt rows { ${fields.join(' ')} } } }`;
  const { asAt, rows } = figuresIn(await graph.ask({ document, variables }, caller));
  return { asAt, rows: rows.map((row) => new Map(fields.map((name) => [name, textOf(row[name])]))) };
}

function figuresIn(answer: GraphAnswer): z.output<typeof figuresModel>['measures'] {
  const read = figuresModel.safeParse(answer.data);
  const [error] = answer.errors;
  if (error !== undefined) throw refusalInGraph(error);
  if (!read.success) throw new Refusal(503, 'SUBGRAPH_UNAVAILABLE', 'Figures are not to be had just now.', 5);
  return read.data.measures;
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
