import type { Recording } from '../../coverage/coverage';
import { type ReportedPart, reportedParts } from '../../report/parts';
import { MEASURE_OF } from '../../report/period-report';
import type { RowDefinition, SectionDefinition, TableDefinition } from '../definitions/definition';
import { type Template, templateOf } from './cell-question';
import {
  describedColumns,
  type FigureColumn,
  type PlannedColumn,
  plannedColumns,
  type Reported,
} from './columns';

/** A table whose columns are known. Which rows it has depends on what is counted. */
export interface PlannedTable {
  readonly key: string;
  readonly title: string;
  readonly rowHead: string;
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly RowDefinition[];
  readonly notes: readonly string[];
  /** Whether rows are left out of which the last quarter has recorded nothing. */
  readonly isOnlyNew: boolean;
  /** Whether it is one by which a part describes itself. */
  readonly isDescribed: boolean;
}

/** What tables are planned with. */
export interface Planning {
  readonly reported: Reported;
  readonly recording: Recording;
  readonly isPartner: boolean;
}

/** The tables of a section, those by which parts describe themselves among them. */
export const plannedTables = (
  { tables = [] }: Pick<SectionDefinition, 'tables'>,
  planning: Planning,
): readonly PlannedTable[] => tables.flatMap((table) => plannedTable(table, planning));

function plannedTable(table: TableDefinition, planning: Planning): readonly PlannedTable[] {
  if ('tables' in table) {
    const { recording, isPartner } = planning;
    return reportedParts(recording, { isPartner }).map((part) => describedTable(part, planning));
  }
  const { key, title, rowHead, rows, columns, notes = [], onlyNewIn = [] } = table;
  const isOnlyNew = onlyNewIn.includes(planning.reported.upTo);
  return [
    {
      ...{ key, title, rowHead, rows, notes, isOnlyNew, isDescribed: false },
      columns: plannedColumns(columns, planning.reported),
    },
  ];
}

/** The table by which a stream describes itself, or the ombudsmen's part, as the period report counts it. */
function describedTable(
  { stream, keeper, report }: ReportedPart,
  { reported, recording }: Planning,
): PlannedTable {
  return {
    ...{
      key: report.id,
      title: report.title,
      rowHead: 'Complaints',
      notes: [],
      isOnlyNew: false,
      isDescribed: true,
    },
    columns: describedColumns(report, { keeper, reach: recording.reach, reported }),
    rows: report.rows.map(({ label, measure, stage }) => ({
      key: stage === null ? kebab(measure) : `${kebab(measure)}-${stage}`,
      ...{ label, measure: MEASURE_OF[measure] },
      where: { ...(stream !== null && { streams: [stream] }), ...(stage !== null && { stages: [stage] }) },
    })),
  };
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const isFigure = (column: PlannedColumn): column is FigureColumn => column.kind === 'FIGURE';

/** What the cells of a row ask, by column. */
export const templatesOf = (
  row: RowDefinition,
  columns: readonly PlannedColumn[],
): ReadonlyMap<FigureColumn, Template> =>
  new Map(
    columns.filter(isFigure).flatMap((column) => {
      const template = templateOf(row, { ...column.given, period: column.period });
      return template === null ? [] : [[column, template] as const];
    }),
  );
