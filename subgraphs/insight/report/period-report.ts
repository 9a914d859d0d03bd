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
import { newestDayOf } from '../figures/check-question';
import { countFacts } from '../figures/count-facts';
import type { CountedRow } from '../figures/counted-row';
import { type Column, columnsOf, daysOf, labelOf, quartersUpTo } from './columns';
import { type ReportedPart, reportedParts } from './parts';

interface ReportTable {
  /** Unique for report and table. */
  readonly id: string;
  /** The same in every report. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** The report: a table for each stream, and the ombudsmen's. */
export interface Report {
  readonly title: string;
  readonly asAt: Day;
  /** Streams whose records end before the reported period does. */
  readonly partial: readonly string[];
  readonly tables: readonly ReportTable[];
}

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
  const { transaction, reference, identity } = context;
  const { recording } = await reference();
  const asAt = await newestDayOf(context, null);
  const counted = await countFacts(transaction, {
    by: ['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER'],
    filter: {
      streams: null,
      stages: null,
      days: {
        ...EVERY_DAY,
        financialYears: [...financialYearsBefore({ financialYear: year, count: 2 }), year],
      },
      services: null,
    },
    ...{ asAt, isCut: false, limit: MOST_ROWS },
  });
  return {
    title: `Complaints: ${year} up to ${upTo}`,
    asAt,
    partial: partlyRecorded(
      { streams: null, days: { ...EVERY_DAY, financialYears: [year], quarters } },
      recording,
    ),
    tables: reportedParts(recording, { isPartner: identity.role === 'partner' }).map((part) =>
      tableOf(part, {
        id: `${year}-${upTo}-${part.report.id}`,
        columns: columnsOf(part.report, { year, upTo }),
        ...{ counted, recording },
      }),
    ),
  };
}

function checkReportYear(text: string): FinancialYear {
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
  readonly counted: readonly CountedRow[];
  readonly recording: Recording;
}

function tableOf(
  { stream, keeper, report }: ReportedPart,
  { id, columns, counted, recording }: TableFacts,
): ReportTable {
  const own = stream === null ? counted : counted.filter((row) => row.stream === stream);
  return {
    ...{ id, key: report.id, title: report.title },
    columns: columns.map((column) => labelOf(column, keeper, recording.reach)),
    rows: report.rows.map(({ label, measure, stage }) => ({
      label,
      values: columns.map((column) =>
        cellOf({ stream, measure, stage, column }, { counted: own, recording }),
      ),
    })),
  };
}

function cellOf(
  {
    stream,
    measure,
    stage,
    column,
  }: { stream: string | null; measure: ReportMeasure; stage: number | null; column: Column },
  { counted, recording }: { counted: readonly CountedRow[]; recording: Recording },
): number | null {
  const { financialYear, quarters } = column;
  const days = daysOf(column);
  const stages = stage === null ? null : [stage];
  const streams = stream === null ? null : [stream];
  if (!isRecorded({ figure: measure, streams, stages, days }, recording)) return null;
  return counted
    .filter((row) => row.financialYear === financialYear)
    .filter((row) => quarters === null || (row.quarter !== null && quarters.includes(row.quarter)))
    .filter((row) => stage === null || row.stage === stage)
    .reduce((sum, row) => sum + row[measure], 0);
}
