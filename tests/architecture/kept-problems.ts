import type { KeptBySchema, KeptTable } from '../../platform/personal-data/kept-table';

/** A column of the database that can hold words. */
export interface TextColumn {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

/** How the columns that are there differ from those that are told, as sentences: none where each is told once. */
export function keptProblems(there: readonly TextColumn[], told: KeptBySchema): readonly string[] {
  const said = Object.entries(told).flatMap(([schema, tables]) =>
    tables.flatMap((table) => columnsOf(table).map((column) => `${schema}.${table.table}.${column}`)),
  );
  const found = there.map(({ schema, table, column }) => `${schema}.${table}.${column}`);
  const [saidOnce, foundOnce] = [new Set(said), new Set(found)];
  return [
    ...found
      .filter((column) => !saidOnce.has(column))
      .map((column) => `${column} is told nowhere: say in kept-data.ts whether it is personal`),
    ...said.filter((column) => !foundOnce.has(column)).map((column) => `${column} is told, and is not there`),
    ...said
      .filter((column, place) => said.indexOf(column) !== place)
      .map((column) => `${column} is told twice: it is personal or it is not`),
  ];
}

const columnsOf = ({ personal, plain }: KeptTable): readonly string[] => [
  ...plain,
  ...personal.flatMap(({ columns }) => columns),
];
