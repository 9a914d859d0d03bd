import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../architecture/tree';

/** Every starter file, by its place below `starters/`. */
export const STARTERS: ReadonlyMap<string, string> = new Map(
  fs
    .readdirSync(path.join(ROOT, 'starters'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [
      path.relative(path.join(ROOT, 'starters'), file).replaceAll(path.sep, '/'),
      fs.readFileSync(file, 'utf8'),
    ]),
);

/** The text of a starter file. Throws where there is none. */
export function starter(place: string): string {
  const text = STARTERS.get(place);
  if (text === undefined) throw new Error(`There is no starters/${place}`);
  return text;
}

export const startersIn = (folder: string, extension = ''): string[] =>
  [...STARTERS.keys()].filter((place) => place.startsWith(`${folder}/`) && place.endsWith(extension));

const dashboardModel = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ rawSql: z.string() })) })),
});
const datasetModel = z.object({
  table_name: z.string(),
  schema: z.string(),
  sql: z.string().nullable(),
  uuid: z.string(),
  database_uuid: z.string(),
  metrics: z.array(z.object({ metric_name: z.string(), expression: z.string() })),
  columns: z.array(z.object({ column_name: z.string(), expression: z.string().nullable() })),
});
const chartModel = z.object({
  slice_name: z.string(),
  uuid: z.string(),
  dataset_uuid: z.string(),
  params: z.object({
    x_axis: z.string().optional(),
    metrics: z.array(z.string()).default([]),
    groupby: z.array(z.string()).default([]),
    all_columns: z.array(z.string()).default([]),
    adhoc_filters: z.array(z.object({ subject: z.string(), comparator: z.number() })).default([]),
  }),
});

export const grafanaPanels = () =>
  dashboardModel
    .parse(JSON.parse(starter('grafana/dashboard.json')))
    .panels.map(({ title, targets }) => ({ title, sql: targets[0]?.rawSql ?? '' }));
export const supersetDatasets = () =>
  startersIn('superset/datasets').map((place) => datasetModel.parse(parse(starter(place))));
export const supersetCharts = () =>
  startersIn('superset/charts').map((place) => chartModel.parse(parse(starter(place))));

/** What Superset asks for a chart: its columns and metrics of its dataset, as its own planner puts them together. */
function chartSql({ params, dataset_uuid }: z.output<typeof chartModel>): string {
  const dataset = supersetDatasets().find(({ uuid }) => uuid === dataset_uuid);
  if (dataset === undefined) throw new Error('A chart names a dataset that is not in the bundle');
  const { columns, metrics, sql, schema, table_name } = dataset;
  const expressions = new Map([
    ...columns.map(({ column_name: name, expression }) => [name, expression ?? name] as const),
    ...metrics.map(({ metric_name: name, expression }) => [name, expression] as const),
  ]);
  const dimensions = [params.x_axis ?? [], params.groupby, params.all_columns].flat();
  const asked = [...dimensions, ...params.metrics].map((name) => expressions.get(name) ?? `no_${name}`);
  const where = params.adhoc_filters.map(({ subject, comparator }) => `${subject} = ${comparator}`);
  return [
    `select ${asked.join(', ')} from ${sql === null ? `${schema}.${table_name}` : `(${sql}) as virtual_table`}`,
    ...(where.length > 0 ? [`where ${where.join(' and ')}`] : []),
    ...(params.metrics.length > 0 ? [`group by ${dimensions.map((_, place) => place + 1).join(', ')}`] : []),
  ].join('\n');
}

/** Every question that a starter file asks by SQL, by whose it is. What Grafana fills in stands there as it fills it in. */
export const starterSql = (): (readonly [whose: string, sql: string])[] => [
  ...grafanaPanels().map(
    ({ title, sql }) =>
      [
        `Grafana: ${title}`,
        sql
          .replace('$__timeFrom()', "'2019-04-01T00:00:00Z'")
          .replace('$__timeTo()', "'2024-04-01T00:00:00Z'"),
      ] as const,
  ),
  ...startersIn('metabase', '.sql').map((place) => [place, starter(place)] as const),
  ...supersetCharts().map((chart) => [`Superset: ${chart.slice_name}`, chartSql(chart)] as const),
];
