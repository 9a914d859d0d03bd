import type { ReportMeasure } from '../../../contracts/report';
import { badInput } from '../../../counting/bad-input';
import { EVERY_DAY } from '../../../counting/day-set';
import { checkFinancialYear } from '../../../counting/period';
import type { Day } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  financialYearsBefore,
  parseFinancialYear,
  type Quarter,
} from '../../../domain/calendar/financial-year';
import type { Context } from '../context';
import { isRecorded, partlyRecorded, type Recording } from '../coverage/coverage';
import { askedFor } from '../figures/asked-figures';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import { checkQuestion } from '../figures/check-question';
import { type ToldRows, tellAsked } from '../small-numbers/told-rows';
import { type Column, columnsOf, daysOf, labelOf, quartersUpTo } from './columns';
import { type ReportedPart, reportedParts } from './parts';

/** What is counted, with a figure for each column. */
export interface ReportRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Which of them were recorded and are not told; left out where all are told. */
  readonly suppressed?: readonly boolean[];
}

interface ReportTable {
  /** Unique for report and table. */
  readonly id: string;
  /** The same in every report. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

/** The report: a table for each stream, and the ombudsmen's. */
export interface Report {
  readonly title: string;
  readonly asAt: Day;
  /** Streams whose records end before the reported period does. */
  readonly partial: readonly string[];
  readonly tables: readonly ReportTable[];
}

const BY = ['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER'] as const;
/** The measure that a described row counts. */
export const MEASURE_OF = {
  received: 'RECEIVED',
  escalated: 'ESCALATED',
  direct: 'DIRECT',
  referredToOmbudsman: 'REFERRED_TO_OMBUDSMAN',
  upheldByOmbudsman: 'UPHELD_BY_OMBUDSMAN',
} as const satisfies Readonly<Record<ReportMeasure, Measure>>;
const REPORTED = askedFor(Object.values(MEASURE_OF));
/** What a report's statement gives: at most this many rows of stream, stage, year and quarter. */
const MOST_ROWS = 100_000;
/**
 * The tables of the service's progress report, one for each part that described itself, counted in one statement.
 * Throws BAD_USER_INPUT for a financial year that is none, or too early to have two years before it.
 */
export async function periodReport(
  context: Context,
  { financialYear, upTo }: { financialYear: string; upTo: Quarter },
): Promise<Report> {
  const year = checkReportYear(financialYear);
  const quarters = quartersUpTo(upTo);
  const years = [...financialYearsBefore({ financialYear: year, count: 2 }), year];
  const checked = await checkQuestion(context, { where: { financialYears: years } });
  const { recording, at } = checked;
  const told = await tellAsked(context, { by: BY, asked: REPORTED, checked, limit: MOST_ROWS });
  return {
    title: `Complaints: ${year} up to ${upTo}`,
    asAt: at.asAt,
    partial: partlyRecorded(
      { streams: null, days: { ...EVERY_DAY, financialYears: [year], quarters } },
      recording,
    ),
    tables: reportedParts(recording, { isPartner: context.identity.role === 'partner' }).map((part) =>
      tableOf(part, {
        id: `${year}-${upTo}-${part.report.id}`,
        columns: columnsOf(part.report, { year, upTo }),
        ...{ told, recording },
      }),
    ),
  };
}

/** Checks the year of a report. Throws BAD_USER_INPUT for one that is none, or that has no two years before it. */
export function checkReportYear(text: string): FinancialYear {
  const year = checkFinancialYear('financialYear', text);
  const before = financialYearsBefore({ financialYear: year, count: 2 });
  if (before.every((earlier) => parseFinancialYear(earlier) !== null)) return year;
  throw badInput(
    'financialYear',
    'is too early: the report shows the two years before it too, and years begin with 1900-01.',
  );
}

interface TableFacts {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly told: ToldRows;
  readonly recording: Recording;
}

function tableOf(
  { stream, keeper, report }: ReportedPart,
  { id, columns, told, recording }: TableFacts,
): ReportTable {
  return {
    ...{ id, key: report.id, title: report.title },
    columns: columns.map((column) => labelOf(column, keeper, recording.reach)),
    rows: report.rows.map(({ label, measure, stage }) => ({
      label,
      ...rowOf(columns.map((column) => cellOf({ stream, measure, stage, column }, { told, recording }))),
    })),
  };
}

const SUPPRESSED = 'suppressed';
type Cell = number | null | typeof SUPPRESSED;

function rowOf(cells: readonly Cell[]): Omit<ReportRow, 'label'> {
  const values = cells.map((cell) => (cell === SUPPRESSED ? null : cell));
  return cells.includes(SUPPRESSED)
    ? { values, suppressed: cells.map((cell) => cell === SUPPRESSED) }
    : { values };
}

function cellOf(
  {
    stream,
    measure,
    stage,
    column,
  }: { stream: string | null; measure: ReportMeasure; stage: number | null; column: Column },
  { told, recording }: { told: ToldRows; recording: Recording },
): Cell {
  const { financialYear, quarters } = column;
  const days = daysOf(column);
  const stages = stage === null ? null : [stage];
  const streams = stream === null ? null : [stream];
  if (!isRecorded({ figure: measure, streams, stages, days }, recording)) return null;
  const counted = told.rows
    .filter((row) => stream === null || row.stream === stream)
    .filter((row) => row.financialYear === financialYear)
    .filter((row) => quarters === null || (row.quarter !== null && quarters.includes(row.quarter)))
    .filter((row) => stage === null || row.stage === stage);
  if (!told.areTold(counted, MEASURE_OF[measure])) return SUPPRESSED;
  return counted.reduce((sum, row) => sum + row[measure], 0);
}
